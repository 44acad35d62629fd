import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseQuery } from '../engine/experimentText';
import { linkOf } from './addressBar';
import { LAST_DESK, readDesk } from './desk';
import { backToRealTime, openPage, settle, useFakeTime } from './testing/openLab';

const PAGE = 'https://lab.example/';

describe('the desk of an address', () => {
  it('is the number in its fragment, wherever that is put and however it arrives', () => {
    for (const href of ['#desk=12', '?v=1&seed=5#desk=12', '?v=1#group=7B&desk=12', '?v=1#Desk=12).', '?v=1&#038;seed=7#desk=012', '#x#desk=12'])
      expect(readDesk(`${PAGE}${href}`), href).toEqual({ desk: 12, notes: [] });
    expect(readDesk(`file:///home/pupil/mad-lab.html#desk=999`).desk).toBe(LAST_DESK);
    for (const href of ['', '?desk=12', '#samples', '?v=1&#038;seed=7']) expect(readDesk(`${PAGE}${href}`), href).toEqual({ desk: null, notes: [] });
  });

  it('is none where it is no whole number from 1 to 999, and a note says so', () => {
    for (const text of ['0', '1000', '-3', '2.5', 'twelve', '1e2', 'x'.repeat(10_000)]) {
      const { desk, notes } = readDesk(`${PAGE}#desk=${text}`);
      expect(desk, text).toBeNull();
      expect(notes.map(({ message }) => message)).toEqual([
        expect.stringMatching(/^desk=.{0,90} is not a whole number from 1 to 999\. The seed of the link was taken\.$/),
      ]);
    }
  });

  it('never throws, whatever the fragment', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const { desk, notes } = readDesk(`${PAGE}#desk=${text}`);
        expect(typeof desk !== 'number' || (desk >= 1 && desk <= LAST_DESK)).toBe(true);
        expect(notes.length === 0 || desk === null).toBe(true);
      }),
    );
  });
});

describe('a page at a desk', () => {
  beforeEach(useFakeTime);
  afterEach(backToRealTime);

  it('has the seed of its number, whatever seed the link has, and its address keeps the desk', () => {
    const { state, page, notes } = openPage('v=1&seed=5&generations=9#desk=12');
    expect([state().desk, state().draft.seed, notes()]).toEqual([12, 12, []]);
    settle();
    expect(page.href).toBe('http://here/?v=1&generations=9&seed=12#desk=12');
  });

  it('is asked for where the number is missing, with the link’s own seed meanwhile', () => {
    const { state, page, notes } = openPage('v=1&seed=5#desk=');
    settle();
    expect([state().desk, state().draft.seed, notes(), page.href]).toEqual(['asked', 5, [], 'http://here/?v=1&seed=5#desk=']);
  });

  it('is no longer that desk’s in its address with another seed, and is again with its own', () => {
    const { change, state, page } = openPage('v=1#desk=12');
    change({ seed: 99 });
    settle();
    expect([page.href, state().desk]).toEqual(['http://here/?v=1&seed=99', 12]);
    change({ seed: 12 });
    settle();
    expect(page.href).toBe('http://here/?v=1&seed=12#desk=12');
  });

  it('moves to another desk when the number in the address does, and to none without it', () => {
    const { state, page } = openPage('v=1#desk=12');
    settle();
    page.push(null, page.href.replace('#desk=12', '#desk=13'));
    page.dispatchEvent(new Event('popstate'));
    expect([state().desk, state().draft.seed]).toEqual([13, 13]);
    page.go(-1);
    expect([state().desk, state().draft.seed]).toEqual([12, 12]);
    page.push(null, 'http://here/?v=1');
    page.dispatchEvent(new Event('popstate'));
    expect([state().desk, state().draft.seed]).toEqual([null, 1]);
  });

  it('begins anew at another desk, wherever the run of the one before stood, which Back leads to; a link may say where all begin', () => {
    const { state, start, pause, shown, page } = openPage('v=1#desk=12');
    start();
    settle();
    pause();
    settle();
    const stood = shown();
    expect(page.address.get('at')).toBe(String(stood));
    page.push(null, page.href.replace('#desk=12', '#desk=13'));
    page.dispatchEvent(new Event('popstate'));
    settle();
    expect([state().draft.seed, state().run.status, page.href]).toEqual([13, 'idle', 'http://here/?v=1&seed=13#desk=13']);
    page.go(-1);
    settle();
    expect([state().draft.seed, shown()]).toEqual([12, stood]);

    const opened = openPage('v=1&at=3#desk=12');
    settle();
    expect([opened.state().draft.seed, opened.shown()]).toEqual([12, 3]);
  });

  it('that asks for it first begins where its link says all begin, unless somebody has run it by then', () => {
    const answer = ({ page }: ReturnType<typeof openPage>) => {
      page.push(null, page.href.replace('#desk=', '#desk=7'));
      page.dispatchEvent(new Event('popstate'));
      settle();
    };
    const asked = openPage('v=1&at=3#desk=');
    settle();
    answer(asked);
    expect([asked.state().draft.seed, asked.shown()]).toEqual([7, 3]);

    const run = openPage('v=1#desk=');
    run.start();
    settle();
    run.pause();
    settle();
    answer(run);
    expect([run.state().draft.seed, run.status()]).toEqual([7, 'idle']);
  });

  it('has a note where the desk is none, and the link’s own seed', () => {
    const { state, notes } = openPage('v=1&seed=5#desk=front');
    expect([state().desk, state().draft.seed, notes()]).toEqual([null, 5, [expect.stringContaining('desk=front')]]);
  });

  it('shares a link with the plain seed', () => {
    const { state, page } = openPage('v=1#desk=12');
    settle();
    const link = linkOf(state().draft, page as unknown as Location);
    expect(link).toBe('http://here/?v=1&seed=12');
    expect(parseQuery(new URL(link).search).experiment.seed).toBe(12);
  });

  it('keeps its desk when a key of the view is written', async () => {
    const { page } = openPage('v=1#desk=12');
    settle();
    const { rewriteKey } = await import('./pageAddress');
    rewriteKey('theme', 'dark');
    expect(page.href).toBe('http://here/?v=1&seed=12&theme=dark#desk=12');
  });
});
