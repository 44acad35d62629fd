import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { identityOf, isSameExperiment, parseExperiment, parseQuery, printQuery, rawOf } from '../engine/experimentText';
import { cleanText } from '../engine/text/ownText';
import { linkOf, sharedLinkOf } from './addressBar';
import { changeDraft } from './draft';
import { MOST_TEXT_IN_LINK, printText, readText, textIn, textPart } from './ownText';
import { backToRealTime, openPage, settle, useFakeTime } from './testing/openLab';

const PAGE = 'https://lab.example/';
const NAMES = Array.from({ length: 12 }, (_, n) => `Zebedee${'abcdefghijkl'[n]}`).join('\n');
const written = (text: string) => parseExperiment({ dataset: 'own-text', text }).experiment;

describe('a text in a fragment', () => {
  it('comes back as it was: emoji, accents, ends of lines, any script', () => {
    for (const text of ['a', 'Zoë\nJosé', '🙂 👋🏽\n日本語', 'x'.repeat(20_000), '“?&#=%+” \n\n/-_', NAMES]) {
      expect(printText(text)).toMatch(/^[\w-]+$/);
      expect(readText(printText(text))).toEqual({ text, isWhole: true });
      expect(textIn(`${PAGE}?v=1#text=${printText(text)}`)).toEqual({ text, notes: [] });
    }
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (any) => {
        const text = cleanText(any);
        expect(readText(printText(text))).toEqual({ text, isWhole: true });
      }),
    );
  });

  it('is read however a link arrives', () => {
    const code = printText(NAMES);
    const standard = Buffer.from(`${NAMES}\n`).toString('base64');
    for (const end of [
      `#text=${code}`,
      `#text=${code}&desk=12`,
      `#desk=12&text=${code}).`,
      `?dataset=own-text#Text=${code}”`,
      `?v=1&#038;seed=7#text=${code}`,
      `#desk=3&amp;text=${code}`,
      `#text%3D${code}`,
      `#text=${standard}`,
      `#text=${encodeURIComponent(standard)}`,
      `#text=${code.slice(0, 40)}\n ${code.slice(40)}`,
    ])
      expect(textIn(PAGE + end), end).toEqual({ text: NAMES, notes: [] });
    for (const end of ['', '?text=x', '#', '#samples', '#text=', '#context=abc']) expect(textIn(PAGE + end), end).toEqual({ notes: [] });
  });

  it('that is cut is read up to its last whole word, and a note says so', () => {
    const code = printText(NAMES);
    for (const length of [30, 31, 32, 33, code.length - 1]) {
      const { text = '', notes } = textIn(`${PAGE}#text=${code.slice(0, length)}`);
      expect(NAMES.startsWith(`${text}\n`), text).toBe(true);
      expect(notes.map(({ message }) => message)).toEqual([
        `The text in this link did not arrive whole. The ${text.length} characters before the damage were taken.`,
      ]);
    }
    for (const code of ['a', '_', '____', 'Zm']) expect(textIn(`${PAGE}#text=${code}`).notes).toHaveLength(1);
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.base64String()), (code) => {
        for (const end of [`#text=${code}`, `#${code}`, `?text=${code}`, `#text=%${code}`]) expect(textIn(PAGE + end).notes.length).toBeLessThan(2);
      }),
    );
  });

  it('has its limit', () => {
    const of = (length: number) => written(`${NAMES}\n${'y'.repeat(length - NAMES.length - 1)}`);
    expect(textPart(of(MOST_TEXT_IN_LINK))).not.toBe('');
    expect(textPart(of(MOST_TEXT_IN_LINK + 1))).toBe('');
    expect(textPart(parseQuery('dataset=own-text').experiment)).toBe('');
    expect(textPart({ ...written(NAMES), dataset: 'names' })).toBe('');
  });
});

describe('an experiment of own text', () => {
  it('has it in no query', () => {
    const experiment = written(NAMES);
    expect(experiment.text).toBe(NAMES);
    for (const query of [printQuery(experiment), linkOf(experiment, { href: PAGE })]) {
      expect(query).not.toContain('text=');
      expect(query).not.toContain('Zebedee');
    }
    const shared = sharedLinkOf(experiment, { href: PAGE });
    expect(new URL(shared).search).toBe(new URL(linkOf(experiment, { href: PAGE })).search);
    expect(textIn(shared).text).toBe(NAMES);
  });

  it('is another with another text, and keeps it through changes', () => {
    const [one, other] = [written(NAMES), written(NAMES.replace('Zebedeea', 'Anna'))];
    expect(printQuery(one)).toBe(printQuery(other));
    expect(isSameExperiment(one, other)).toBe(false);
    expect(identityOf(one)).toBe(identityOf(parseExperiment(rawOf(one)).experiment));
    expect(changeDraft(one, { seed: 9, smoothing: 0.1 }).experiment).toEqual({ ...one, seed: 9, smoothing: 0.1 });
    expect(changeDraft(one, { dataset: 'names' }).experiment.text).toBe('');
  });

  it('is read of a query, too, marks and ends of lines included', () => {
    const text = 'Is it?\nNo & yes: 50 %\n'.repeat(6).trim();
    const { experiment, notes } = parseQuery(`dataset=own-text&text=${encodeURIComponent(text)}&seed=3`);
    expect(notes).toEqual([]);
    expect([experiment.text, experiment.seed]).toEqual([text, 3]);
  });
});

describe('the page', () => {
  beforeEach(useFakeTime);
  afterEach(backToRealTime);

  const noteOn = (lab: ReturnType<typeof openPage>['lab']) => lab.getState().notes.map(({ message }) => message);

  it('asks for a text that a link has not, and takes one that it has', async () => {
    const without = openPage('dataset=own-text');
    expect(noteOn(without.lab)).toEqual(['This link holds no text of its own. An example stands in its place until you put one in.']);
    const { lab, page } = openPage(`dataset=own-text#text=${printText(NAMES)}`);
    expect(noteOn(lab)).toEqual([]);
    expect(lab.getState().draft.text).toBe(NAMES);
    lab.getState().change({ seed: 4 });
    await settle();
    expect(page.address.get('seed')).toBe('4');
    expect(textIn(page.href).text).toBe(NAMES);
  });

  it('brings it back by the history, however long it is, and leaves a written query behind', async () => {
    const long = `${NAMES}\n${'y'.repeat(3000)}`;
    const { lab, page } = openPage(`dataset=own-text&text=${encodeURIComponent(NAMES)}`);
    expect(lab.getState().draft.text).toBe(NAMES);
    lab.getState().open(written(long));
    await settle();
    expect(page.href).not.toContain('text=');
    lab.getState().open(written(NAMES.toUpperCase()));
    await settle();
    page.go(-1);
    expect(lab.getState().draft.text).toBe(long);
    expect(noteOn(lab)).toEqual([]);
    page.go(1);
    expect(lab.getState().draft.text).toBe(NAMES.toUpperCase());
  });

  it('goes on with the text of the experiment on the screen, and keeps that of the one beside it', async () => {
    const { lab, page } = openPage('');
    lab.getState().open(written(NAMES));
    lab.getState().keep();
    lab.getState().openLink('dataset=own-text&seed=8');
    expect([lab.getState().draft.text, lab.getState().draft.seed]).toEqual([NAMES, 8]);
    lab.getState().open(written(NAMES.toUpperCase()));
    await settle();
    page.dispatchEvent(new Event('popstate'));
    expect(lab.getState().kept?.experiment.text).toBe(NAMES);
  });
});
