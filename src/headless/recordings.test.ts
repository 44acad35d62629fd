import { describe, expect, it } from 'vitest';
import type { ShownImages } from '../engine/kinds/images';
import type { LaneResult } from '../engine/results';
import { run } from '../engine/run';
import { planOf } from '../lessons/expected';
import { recordedIn } from '../lessons/lessonRuns';
import { runsIn } from '../lessons/recording';
import { numberOf } from '../lessons/values';
import { isFresh, readExpected, readLessons, readRecording } from './lessonFiles';
import { createNodeHost } from './nodeHost';

/** Of one lesson, and of all of them: they stand in the single file. */
const MOST_BYTES = 150_000;
const MOST_ALTOGETHER = 250_000;
/** From what was drawn to what is recorded, of 255: half of a step of 63. */
const QUANTUM = Math.ceil(255 / 126);

const lessons = readLessons().map(({ lesson }) => ({ lesson, id: lesson.id, recording: readRecording(lesson.id) }));
const recorded = lessons.flatMap(({ recording, ...rest }) => (recording ? [{ ...rest, recording }] : []));
const bytesOf = (recording: unknown) => JSON.stringify(recording).length;

it('lessons bring along the runs that they say, as they would be computed now: npm run lessons:expect renews them', () => {
  expect(lessons.filter(({ lesson, recording }) => !isFresh(recording, lesson)).map(({ id }) => id)).toEqual([]);
  expect(recorded.reduce((sum, { recording }) => sum + bytesOf(recording), 0)).toBeLessThan(MOST_ALTOGETHER);
});

describe.each(recorded)('the recorded runs of $id', ({ lesson, id, recording }) => {
  it('fit into a small file', () => {
    expect(bytesOf(recording)).toBeLessThan(MOST_BYTES);
  });

  it('have the numbers that are expected, to the last digit', async () => {
    const runs = await runsIn(recording);
    const numbers = readExpected().get(id)?.numbers ?? {};
    let count = 0;
    for (const [words, reading] of planOf(lesson).readings) {
      const found = runs.get(reading.run ?? '');
      if (!found) continue;
      expect([words, numberOf(reading, found).value]).toEqual([words, numbers[words]?.value]);
      count++;
    }
    expect(count).toBeGreaterThan(0);
  });

  it('begin as they are computed: numbers to the last digit, pictures to their quantum', { timeout: 60_000 }, async () => {
    const runs = await runsIn(recording);
    const [[name, experiment]] = recordedIn(lesson);
    const kept = runs.get(name)?.frames[0].lanes ?? [];
    for await (const event of run({ ...experiment, generations: 1 }, createNodeHost(experiment.backend), { shown: true })) {
      if (event.type !== 'generation') continue;
      expect(kept.map(withoutPictures)).toEqual(event.lanes.map(withoutPictures));
      for (const [at, { shown }] of event.lanes.entries()) {
        const [drawn, found] = [shown as ShownImages, kept[at].shown as ShownImages];
        expect(found.classes).toEqual(drawn.classes);
        expect(Math.max(...drawn.values.map((value, i) => Math.abs(value - found.values[i])))).toBeLessThanOrEqual(QUANTUM);
      }
    }
  });
});

const withoutPictures = ({ shown: _, ...lane }: LaneResult) => lane;
