import { hashOfPaths, sourcesIn } from './storyVerdicts.mjs';

/** What the numbers of lessons come from. A test sees to it that nothing that `lessons:expect` imports is missing. */
const FOLDERS = ['src/engine', 'src/backend', 'src/results', 'src/lessons', 'public/digits', 'public/classifier', 'public/texts'];
const FILES = [
  'package-lock.json',
  ...['blocks', 'crew', 'engineThread', 'lessonNumbers', 'lessonRun', 'nodeHost', 'threads'].map((name) => `src/headless/${name}.ts`),
  'src/headless/engineThread.mjs',
];

export const lessonSources = () => sourcesIn(FOLDERS, FILES);

/** Of all that numbers come from, but for the lesson itself. */
export const engineHash = () => hashOfPaths(lessonSources());

/** @param {string} path of a lesson */
export const lessonHash = (path) => hashOfPaths([path]);
