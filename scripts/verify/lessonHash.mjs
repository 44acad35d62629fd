import { hashOfPaths, sourcesIn } from './storyVerdicts.mjs';

/** What runs come from, whoever reads them. */
const OF_RUNS = ['src/engine', 'src/backend', 'public/digits', 'public/speech', 'public/classifier', 'public/texts'];
const RUN_FILES = [
  'package-lock.json',
  ...['blocks', 'crew', 'engineThread', 'lessonRun', 'nodeHost', 'threads'].map((name) => `src/headless/${name}.ts`),
  'src/headless/engineThread.mjs',
];

/** What is read off them for lessons. */
const OF_READERS = ['src/results', 'src/lessons'];
const READER_FILES = ['src/headless/lessonNumbers.ts'];

/** What runs of lessons come from. A test sees to it that nothing that computes them is missing. */
export const runSources = () => sourcesIn(OF_RUNS, RUN_FILES);

/** Of all that runs come from: a run that is kept under it is what would be computed. */
export const runHash = () => hashOfPaths(runSources());

/** What the numbers of lessons come from. A test sees to it that nothing that `lessons:expect` imports is missing. */
export const lessonSources = () => sourcesIn([...OF_RUNS, ...OF_READERS], [...RUN_FILES, ...READER_FILES]);

/** Of all that numbers come from, but for the lesson itself. */
export const engineHash = () => hashOfPaths(lessonSources());

/** @param {string} path of a lesson */
export const lessonHash = (path) => hashOfPaths([path]);
