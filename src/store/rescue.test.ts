import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Experiment, SCHEMA } from '../engine/experiment';
import { settingsAt } from '../engine/settings';
import { rescueDone, rescueInSight, rescuesInSight } from './rescue';
import { aliveModes, laneOf } from './testing/frames';
import { backToRealTime, openLab, settle, useFakeTime } from './testing/openLab';

beforeEach(useFakeTime);
afterEach(backToRealTime);

const NOISE = { bands: { modesAlive: { low: 4, high: 4 } }, undefined: {} };
const DIES = 6;

/** Ended, with a loop that loses a mode from generation 6 on unless `holds` under the settings in force there; the other loops keep all. */
function lostLab(keys: Record<string, unknown> = {}, loses = 'fully-synthetic', holds: (inForce: Experiment) => boolean = () => false) {
  const lab = openLab({ generations: 12, ...keys });
  lab.engine.make = (generation, experiment) =>
    (experiment?.loop ?? []).map((loop) => {
      const dead = loses.split(',').includes(loop) && generation >= DIES && !(experiment && holds(settingsAt(experiment, DIES)));
      return laneOf(loop, { shares: aliveModes(dead ? '1101' : '1111') });
    });
  lab.start();
  lab.engine.say({ type: 'noise', runId: lab.run()?.runId ?? 0, noise: NOISE });
  settle();
  return { ...lab, offered: () => rescueInSight(lab.state()), done: () => rescueDone(lab.state()) };
}

describe('Go back and save it', () => {
  it('goes back to before the first loss, keeps all that is made from there on, and runs at once; what was to come stays as a ghost', () => {
    const { goBackAndSave, offered, done, state, run, status, shown, computed, engine, ghosts } = lostLab(
      {},
      'fully-synthetic',
      ({ memory }) => memory === 'all',
    );
    const before = run();
    expect(offered()).toEqual({ from: 5, loops: ['fully-synthetic'], settings: { memory: 'all' } });
    goBackAndSave();
    expect([status(), shown(), computed(), ghosts()]).toEqual(['running', 5, 5, [5]]);
    expect(run()?.frames).toEqual(before?.frames.slice(0, 5));
    expect(engine.asked).toMatchObject({ from: 5, experiment: { changes: [{ generation: 6, settings: { memory: 'all' } }] } });
    expect(state().draft.changes).toEqual(run()?.experiment.changes);
    settle();
    expect([status(), shown(), offered()]).toEqual(['ended', 12, null]);
    expect(
      state()
        .ghosts.find(({ id }) => id === done()?.future)
        ?.frames.at(-1)?.generation,
    ).toBe(12);
  });

  it('is offered neither before a run, nor while it runs, nor where nothing is lost, nor before the noise floor is known', () => {
    const idle = openLab();
    expect(rescueInSight(idle.state())).toBeNull();
    const whole = lostLab({}, '');
    expect([whole.status(), whole.offered()]).toEqual(['ended', null]);
    whole.goBackAndSave();
    expect(whole.status()).toBe('ended');
    const unjudged = openLab({ generations: 12 });
    unjudged.engine.make = (generation) => [laneOf('fully-synthetic', { shares: aliveModes(generation < DIES ? '1111' : '1101') })];
    unjudged.start();
    settle();
    expect(rescueInSight(unjudged.state())).toBeNull();
    const lost = lostLab();
    lost.start();
    expect([lost.status(), lost.offered()]).toEqual(['running', null]);
    lost.pause();
    expect(lost.offered()).not.toBeNull();
  });

  it.each<[string, string, Record<string, unknown>, Record<string, unknown> | null]>([
    ['more fresh samples where those that came did not hold', 'fresh-data', { real: 64 }, { real: 256 }],
    ['as many as are usual where there were hardly any', 'fresh-data', { real: 3 }, { real: 64 }],
    ['as many as are usual where there were none', 'fresh-data', { real: 0 }, { real: 64 }],
    ['no more than there can be', 'fresh-data', { real: SCHEMA.real.max - 1 }, { real: SCHEMA.real.max }],
    ['a detector with refill where no more can be had', 'fresh-data', { real: SCHEMA.real.max }, { detector: 0.8, refill: 'true' }],
    ['all that was made where real data are fixed', 'synthetic-augmentation', {}, { memory: 'all' }],
    ['both where both kinds of loops fail', 'fully-synthetic,fresh-data', { real: 20 }, { real: 80, memory: 'all' }],
    ['a faithful sampling besides', 'fully-synthetic', { bias: 0.7 }, { memory: 'all', bias: 1 }],
    ['a faithful sampling alone where all is kept already', 'fully-synthetic', { bias: 0.7, memory: 'all' }, { bias: 1 }],
    ['a faithful sampling where it was to be given up later', 'fully-synthetic', { changes: '9:bias=0.5' }, { memory: 'all', bias: 1 }],
    ['a monitor where all is kept already', 'fully-synthetic', { memory: 'all' }, { monitor: 'recall', action: 'archive' }],
    ['nothing where no cure is left either', 'fully-synthetic', { memory: 'all', monitor: 'recall' }, null],
  ])('sets %s', (_, loses, keys, settings) => {
    const { offered, goBackAndSave, run } = lostLab(keys, loses);
    expect(offered()?.settings ?? null).toEqual(settings);
    goBackAndSave();
    expect(run()?.experiment.changes.every(({ generation }) => generation === DIES)).toBe(
      settings !== null || run()?.experiment.changes.length === 0,
    );
    expect(settingsAt(run()?.experiment as Experiment, 12)).toMatchObject(settings ?? keys);
  });

  it('offers cures by the side of it, those that can act there and are off, and takes the one that is chosen', () => {
    const { goBackAndSave, run, state } = lostLab({}, 'fully-synthetic,synthetic-augmentation,fresh-data');
    expect(rescuesInSight(state()).map(({ settings }) => settings)).toEqual([
      { real: 256, memory: 'all' },
      { detector: 0.8, refill: 'true' },
      { realWeight: 0.618 },
      { monitor: 'recall', action: 'archive' },
    ]);
    goBackAndSave(2);
    expect(run()?.experiment.changes).toEqual([{ generation: DIES, settings: { realWeight: 0.618 } }]);
    const curated = lostLab({ curation: 'density', real: SCHEMA.real.max }, 'fresh-data');
    expect(rescuesInSight(curated.state())[0].settings).toEqual({ curation: 'none' });
  });

  it('is done as long as its change is part of the run', () => {
    const { goBackAndSave, removeChanges, reset, done } = lostLab();
    goBackAndSave();
    settle();
    expect(done()).toMatchObject({ from: 5, settings: { memory: 'all' } });
    removeChanges([6]);
    expect(done()).toBeNull();
    const again = lostLab();
    again.goBackAndSave();
    again.reset();
    again.start();
    settle();
    expect([again.run()?.experiment.changes.length, again.done()]).toEqual([1, null]);
    reset();
  });
});

describe('What if', () => {
  it('at the end of a run goes back to before the first loss', () => {
    const { branchHere, status, shown, ghosts } = lostLab();
    branchHere();
    expect([status(), shown(), ghosts()]).toEqual(['paused', 5, [5]]);
  });

  it('resumes by itself as soon as a slider is moved, and with no other setting', () => {
    const { branchHere, change, status, run } = lostLab();
    branchHere();
    change({ seed: 4 });
    change({ bias: 1 });
    expect(status()).toBe('paused');
    change({ synthetic: 300 });
    expect([status(), run()?.experiment.changes]).toEqual(['running', [{ generation: 6, settings: { synthetic: 300 } }]]);
    vi.advanceTimersByTime(5);
    change({ synthetic: 310 });
    expect(status()).toBe('running');
    settle();
    expect(status()).toBe('ended');
  });
});
