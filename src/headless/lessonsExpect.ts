import process from 'node:process';
import { engineHash, runHash } from '../../scripts/verify/lessonHash.mjs';
import { excerpt, Refusal } from '../engine/refusal';
import { readFlags } from './arguments';
import { isStarted, runCommand, STANDARD_OUTPUT, writeWhole } from './command';
import { createCrew } from './crew';
import { explanationsFile } from './explanationsFile';
import { keepingRuns } from './keptRuns';
import { isFresh, readLessons, readRecording, writeExpected, writeRecording } from './lessonFiles';
import { type Compute, expectLesson } from './lessonNumbers';
import { computeRun } from './lessonRun';
import { recordRuns } from './recordRuns';
import { readWorkers } from './workers';

const HELP = `Computes what to expect of the lessons, over seeds 1 to 20, and writes it beside them, with the runs that they bring along.

  npm run --silent lessons:expect -- [--lesson cure] [--workers all]

--lesson: one of them, or several with commas between; all unless it is given. The ten explanations are called explanations. Runs that were computed before are not
computed again, as long as nothing has changed that they come from. --workers: threads, a number or "all" cores, which is the default.
A statement that holds in fewer than 19 of the 20 seeds, or a score that can't carry its question, is told, and the exit code is 1.`;

export async function main(args: readonly string[]): Promise<void> {
  const { help, lesson: named, workers = 'all', ...others } = readFlags(args);
  if (help !== undefined) return writeWhole(STANDARD_OUTPUT, `${HELP}\n`);
  const [other] = Object.keys(others);
  if (other !== undefined) throw new Refusal(`There is no flag --${excerpt(other)}; lessons:expect takes --lesson and --workers`);
  const all = [...readLessons(), explanationsFile()];
  const ids = named?.split(',') ?? all.map(({ lesson }) => lesson.id);
  const files = ids.map((id) => {
    const file = all.find(({ lesson }) => lesson.id === id);
    if (!file) throw new Refusal(`There is no lesson “${excerpt(id)}”. Lessons: ${all.map(({ lesson }) => lesson.id).join(', ') || 'none'}.`);
    return file;
  });
  // from before they run: whoever changes something meanwhile has to run it again
  const [engine, code] = [engineHash(), runHash()];
  const crews = Array.from({ length: readWorkers(workers) }, () => createCrew(1));
  const computers: Compute[] = crews.map((crew) => keepingRuns((experiment, scores) => computeRun(experiment, scores, crew), code));
  try {
    for (const file of files) {
      const expected = await expectLesson(file.lesson, computers, (done, of) => tellProgress(file.lesson.id, done, of));
      writeExpected(expected, file, engine);
      if (!isFresh(readRecording(file.lesson.id), file.lesson, code)) writeRecording(file.lesson.id, await recordRuns(file.lesson, code));
      const count = `${Object.keys(expected.numbers).length} numbers and ${expected.sentences.length} statements`;
      writeWhole(STANDARD_OUTPUT, `${file.lesson.id}: ${count}, ${expected.faults.length} faults\n`);
      for (const fault of expected.faults) writeWhole(STANDARD_OUTPUT, `  ${file.lesson.id}, ${fault}\n`);
      if (expected.faults.length > 0) process.exitCode = 1;
    }
  } finally {
    for (const crew of crews) crew.end();
  }
}

function tellProgress(id: string, done: number, of: number): void {
  if (process.stderr.isTTY) process.stderr.write(`\r${id}: seed ${done} of ${of}${done === of ? '\n' : ''}`);
}

if (isStarted(import.meta.url)) await runCommand(main);
