import { describe, expect, it } from 'vitest';
import { BEGINNING, type Move, next, type Sight, type StoryState, seen } from './chapters';

const LOSS = { generation: 6, modes: [7] };
const IDLE: Sight = { status: 'idle', shown: 0, computed: 0, generations: 50, loss: null, seenAt: null, rescueFrom: null, fits: true };
const RUNS: Sight = { ...IDLE, status: 'running', shown: 3, computed: 5 };
const LOST: Sight = { ...RUNS, shown: 7, computed: 12, loss: LOSS, seenAt: 7 };
const RESTS: Sight = { ...LOST, status: 'paused', rescueFrom: 5 };

const at = (chapter: StoryState['chapter'], parts: Partial<StoryState> = {}): StoryState => ({ ...BEGINNING, chapter, ...parts });
const chapterOf = ({ state }: Move) => state?.chapter ?? null;

describe('the story', () => {
  it('is told from the real data to the end by pressing alone', () => {
    const start = next(BEGINNING, IDLE);
    expect(start).toMatchObject({ state: { chapter: 'running' }, command: { do: 'start' } });
    const lost = seen(at('running'), LOST);
    expect(lost).toEqual({ state: { chapter: 'lost', loss: LOSS, until: null }, command: { do: 'show', generation: 7 } });
    const curve = next(at('lost', { loss: LOSS }), RESTS);
    expect(curve).toEqual({ state: { chapter: 'curve', loss: LOSS, until: 20 }, command: { do: 'start' } });
    const there = seen(at('curve', { until: 20 }), { ...LOST, shown: 20 });
    expect(there).toMatchObject({ state: { chapter: 'curve', until: null }, command: { do: 'pause' } });
    expect(next(at('curve'), RESTS)).toEqual({ state: at('save') });
    expect(next(at('save'), RESTS)).toEqual({ state: at('saving', { until: 25 }), command: { do: 'save' } });
    const end = seen(at('saving', { until: 25 }), { ...RUNS, shown: 25 });
    expect(end).toMatchObject({ state: { chapter: 'end', until: null }, command: { do: 'pause' } });
    expect(next(at('end'), RESTS)).toEqual({ state: null });
  });

  it('stops no sooner than the loss is on the screen, and computed generations agree that it stays', () => {
    for (const sight of [
      { ...LOST, shown: 6 },
      { ...LOST, computed: 10 },
      { ...LOST, loss: null, seenAt: null },
      { ...LOST, seenAt: null },
    ])
      expect(chapterOf(seen(at('running'), sight))).toBe('running');
    expect(chapterOf(seen(at('running'), { ...LOST, shown: 8, computed: 11 }))).toBe('lost');
    expect(chapterOf(seen(at('running'), { ...LOST, status: 'ended', generations: 8, shown: 8, computed: 8 }))).toBe('lost');
  });

  it('says so where a run ends and nothing is lost, and ends there', () => {
    const ended: Sight = { ...RUNS, status: 'ended', shown: 50, computed: 50 };
    expect(seen(at('running'), ended)).toEqual({ state: at('unharmed') });
    expect(next(at('unharmed'), ended)).toEqual({ state: null });
  });

  it('has no rescue where nothing is left to change', () => {
    const hopeless = { ...RESTS, rescueFrom: null };
    expect(chapterOf(next(at('curve'), hopeless))).toBe('end');
    expect(chapterOf(next(at('save'), hopeless))).toBe('end');
  });

  it('runs no farther than a short run has generations', () => {
    expect(next(at('lost'), { ...RESTS, generations: 12 }).state?.until).toBe(12);
    expect(next(at('save'), { ...RESTS, generations: 12 }).state?.until).toBe(12);
    expect(next(at('lost'), { ...RESTS, shown: 30 })).toEqual({ state: at('curve') });
  });
});

describe('what the reader does on the page meanwhile', () => {
  it('Run fulfils the first step', () => {
    expect(seen(BEGINNING, RUNS)).toEqual({ state: at('running') });
  });

  it('Pause leaves the story where it is, and Go on resumes', () => {
    for (const chapter of ['running', 'saving'] as const) {
      const state = at(chapter, { until: chapter === 'saving' ? 25 : null });
      expect(seen(state, { ...RUNS, status: 'paused' })).toEqual({ state });
      expect(next(state, { ...RUNS, status: 'paused' })).toEqual({ state, command: { do: 'start' } });
      expect(next(state, RUNS)).toEqual({ state });
    }
  });

  it('Resume where the story rests is not stopped again', () => {
    expect(seen(at('curve'), { ...LOST, shown: 30 })).toEqual({ state: at('curve') });
    expect(seen(at('lost', { loss: LOSS }), { ...LOST, shown: 30 })).toEqual({ state: at('lost', { loss: LOSS }) });
  });

  it('Reset begins anew, or ends what is told already', () => {
    for (const chapter of ['running', 'lost', 'curve', 'save', 'saving'] as const) expect(seen(at(chapter), IDLE)).toEqual({ state: BEGINNING });
    expect(seen(BEGINNING, IDLE)).toEqual({ state: BEGINNING });
    for (const chapter of ['end', 'unharmed'] as const) expect(seen(at(chapter), IDLE)).toEqual({ state: null });
  });

  it('another experiment, of which it cannot be told, ends it', () => {
    expect(seen(at('curve'), { ...LOST, fits: false })).toEqual({ state: null });
    expect(seen(BEGINNING, { ...IDLE, fits: false })).toEqual({ state: null });
  });
});
