/** @typedef {{ name: string, seconds: number }} Timed */
/** @typedef {{ name: string, startTime: number, endTime: number }} UnitFile of Vitest's JSON report */
/** @typedef {{ title: string, file: string, tests: { results: { duration: number }[] }[] }} Spec of Playwright's JSON report */
/** @typedef {{ specs?: Spec[], suites?: Suite[] }} Suite */

/**
 * @param {{ testResults: UnitFile[] }} report
 * @param {string} root
 * @returns {Timed[]}
 */
export const timesOfUnitFiles = ({ testResults }, root) =>
  testResults.map(({ name, startTime, endTime }) => ({
    name: name.replaceAll('\\', '/').replace(`${root.replaceAll('\\', '/').replace(/\/$/, '')}/`, ''),
    seconds: (endTime - startTime) / 1000,
  }));

/**
 * @param {Suite} suite
 * @returns {Timed[]}
 */
export function timesOfJourneys({ specs = [], suites = [] }) {
  const own = specs.map(({ title, file, tests }) => ({
    name: `${file}: ${title}`,
    seconds: tests.flatMap(({ results }) => results).reduce((sum, { duration }) => sum + duration, 0) / 1000,
  }));
  return [...own, ...suites.flatMap(timesOfJourneys)];
}

/**
 * @param {readonly Timed[]} timed
 * @param {number} count
 */
export const slowest = (timed, count = 10) => [...timed].sort((a, b) => b.seconds - a.seconds).slice(0, count);
