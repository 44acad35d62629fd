import process from 'node:process';
import { run } from '../dependencies.mjs';

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/**
 * What a part prints with, and runs commands with.
 * @typedef {object} Tools
 * @property {(text: string) => void} say
 * @property {(command: string, args: string[], env?: NodeJS.ProcessEnv) => Promise<number>} run
 * @property {(...args: string[]) => Promise<boolean>} npm a script of package.json
 */

/**
 * @typedef {object} Part
 * @property {string} name
 * @property {(tools: Tools) => boolean | Promise<boolean>} work whether it succeeded
 * @property {() => Counts | null} [cases] a part without cases of its own counts as one
 * @property {string[]} [needs] parts without whose success there is nothing to do
 * @property {string[]} [after] parts that have to have ended, well or not
 */

/** @typedef {{ name: string, succeeded: boolean, seconds: number, counts: Counts }} Outcome */

/**
 * @param {(text: string) => void} print
 * @param {boolean} isLive what commands print goes where ours does, colours and all
 * @returns {Tools}
 */
function toolsFor(print, isLive) {
  /** @type {Tools['run']} */
  const runTool = (command, args, env) => run(command, args, { ...(env && { env }), print: isLive ? undefined : print });
  return { say: print, run: runTool, npm: async (...args) => (await runTool('npm', ['run', ...args])) === 0 };
}

/**
 * @param {Part} part
 * @param {(text: string) => void} print
 * @param {boolean} isLive
 * @returns {Promise<Outcome>}
 */
async function runPart({ name, work, cases = () => null }, print, isLive) {
  /** @type {string[]} */
  const kept = [];
  const show = isLive ? print : (/** @type {string} */ text) => void kept.push(text);
  show(`\n=== ${name}\n`);
  const start = performance.now();
  let succeeded = false;
  try {
    succeeded = await work(toolsFor(show, isLive));
  } catch (error) {
    show(`${error instanceof Error ? error.message : error}\n`);
  }
  const counts = cases() ?? { passed: succeeded ? 1 : 0, failed: 0, skipped: 0 };
  // one that ends badly without naming a failed case counts as one failed
  if (!succeeded && counts.failed === 0) counts.failed = 1;
  // in one piece: what others print meanwhile stands before it or behind it
  if (!isLive) print(kept.join(''));
  return { name, succeeded, seconds: (performance.now() - start) / 1000, counts };
}

/**
 * Runs groups one after another, and the parts of a group side by side, as many at once as given, the first first. A part whose needs failed is
 * left out, and so is what needs it.
 * @param {Part[][]} groups
 * @param {number} atOnce
 * @param {(text: string) => void} print
 * @returns {Promise<Outcome[]>} of the parts that ran, in the order in which they ended
 */
export async function runParts(groups, atOnce, print = (text) => void process.stdout.write(text)) {
  /** @type {Map<string, Outcome | null>} null: left out */
  const ended = new Map();
  for (const group of groups) {
    const waiting = new Set(group);
    /** @type {Map<string, Promise<void>>} */
    const running = new Map();
    const isLive = group.length === 1 || atOnce === 1;
    while (waiting.size > 0 || running.size > 0) {
      for (const part of waiting) {
        const { name, needs = [], after = [] } = part;
        if (needs.some((other) => ended.has(other) && !ended.get(other)?.succeeded)) {
          waiting.delete(part);
          ended.set(name, null);
        } else if (running.size < atOnce && [...needs, ...after].every((other) => ended.has(other))) {
          waiting.delete(part);
          running.set(
            name,
            runPart(part, print, isLive).then((outcome) => {
              running.delete(name);
              ended.set(name, outcome);
            }),
          );
        }
      }
      if (running.size > 0) await Promise.race(running.values());
      else if ([...waiting].every(({ needs = [], after = [] }) => ![...needs, ...after].every((other) => ended.has(other))) && waiting.size > 0)
        throw new Error(`${[...waiting].map(({ name }) => name).join(', ')}: waiting for what nobody does`);
    }
  }
  return [...ended.values()].filter((outcome) => outcome !== null);
}
