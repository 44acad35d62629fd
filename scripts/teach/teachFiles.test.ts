import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { decodeQR } from 'qr/decode.js';
import { describe, expect, it } from 'vitest';
import { parseQuery } from '../../src/engine/experimentText';
import { MISCONCEPTIONS } from '../../src/lessons/lesson';
import { keptPaths } from '../build/offline';
import { readGuide } from './guide';
import { INVENTORY } from './inventory';
import { attribution } from './licence';
import { type Pack, readPacks } from './packs';
import { contact } from './pages/teachPage';
import { FOR_PUPILS, PACK_FILES, packFiles, teachFiles } from './teachFiles';

const SITE = 'https://example.org/lab/';
const packs = readPacks();
const here = teachFiles(packs, null);
const there = teachFiles(packs, SITE);
const isPage = (path: string) => path.endsWith('.html');
const unescaped = (text: string) => text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
const linksIn = (page: string) => [...page.matchAll(/(?:href|src)="([^"]*)"/g)].map(([, address]) => unescaped(address));

/** What a camera reads of a drawing of our kind: rows of runs of dark squares. */
function readCode(svg: string): string {
  const SCALE = 4;
  const side = Number(/viewBox="0 0 (\d+)/.exec(svg)?.[1]) * SCALE;
  const data = new Uint8Array(side * side * 4).fill(255);
  for (const [, x, y, run] of svg.matchAll(/M(\d+) (\d+)h(\d+)v1/g)) {
    for (let row = Number(y) * SCALE; row < (Number(y) + 1) * SCALE; row++) {
      for (let column = Number(x) * SCALE; column < (Number(x) + Number(run)) * SCALE; column++)
        data.fill(0, (row * side + column) * 4, (row * side + column) * 4 + 3);
    }
  }
  return decodeQR({ width: side, height: side, data });
}

/** Sentences of a guide's key that stand nowhere else. */
const secrets = ({ guide, lesson }: Pack): string[] => {
  const words = (guide?.key ?? []).flatMap(({ why, answers }) => [why, answers?.four, answers?.two]).filter((text) => text !== undefined);
  const asked = JSON.stringify(lesson);
  return words.map((text) => text.split(/\{\{|[.,;]/)[0]?.trim() ?? '').filter((text) => text.length > 12 && !asked.includes(text));
};

it('every lesson has a pack, and what belongs to it is one click from the page for teachers', () => {
  const home = here.get('teach/index.html') ?? '';
  for (const { lesson } of packs) {
    expect(home).toContain(lesson.title);
    for (const name of Object.keys(PACK_FILES).filter(isPage)) expect(linksIn(home)).toContain(`${lesson.id}/${name}`);
  }
  for (const name of ['checklist', 'game', 'game-key', 'inventory', 'inventory-key', 'curriculum', 'explanations'])
    expect(linksIn(home)).toContain(`${name}.html`);
});

describe.each([...here.keys()])('%s', (path) => {
  const page = here.get(path) ?? '';

  it('leaves nothing to be filled in, names its licence, and says which version it is', () => {
    for (const text of [page, there.get(path) ?? '']) {
      expect(text).not.toMatch(/\{\{|\}\}|⟦|⟧|undefined|NaN|\[object/);
      if (!path.endsWith('slides.md')) expect(text).toMatch(/MAD Lab \d+\.\d+\.\d+/);
      expect(unescaped(text)).toContain('licensed under CC BY 4.0, https://creativecommons.org/licenses/by/4.0/.');
    }
  });

  it.runIf(isPage(path))('leads nowhere but to the lab, and to pages that are there', () => {
    for (const address of linksIn(page)) {
      const [way, query = ''] = address.split('?');
      const target = normalize(join(dirname(path), way));
      const isHome = target === './' || target === '.';
      if (isHome && query !== '') {
        const { lesson, poe: _, ...keys } = Object.fromEntries(new URLSearchParams(query));
        // where lessons are made is no lesson
        if (lesson) expect(['make', ...packs.map((pack) => pack.lesson.id)]).toContain(lesson);
        expect(parseQuery(new URLSearchParams(keys).toString()).notes).toEqual([]);
      } else if (!isHome) {
        const found = target.endsWith('/') ? `${target}index.html` : target;
        const isMade =
          here.has(found) ||
          /^(teach\/where-it-stands\.js|licences\.txt|mad-lab\.html|check\.html)$/.test(found) ||
          existsSync(join('public', found));
        expect(isMade, address).toBe(true);
      }
    }
  });

  it.runIf(isPage(path))('has a code for each address that a camera reads as that very address', () => {
    const figures = [...(there.get(path) ?? '').matchAll(/<figure class="code">(.*?)<\/figure>/gs)].map(([, figure]) => figure);
    for (const figure of figures) {
      const typed = /<a class="address"[^>]*>([^<]*)</.exec(figure)?.[1] ?? '';
      expect(readCode(figure)).toBe(unescaped(typed));
      expect(unescaped(typed).startsWith(`${SITE}?`)).toBe(true);
    }
    if (/worksheet|guide|game/.test(path)) expect(figures.length).toBeGreaterThan(0);
    expect(page.match(/class="noCode"/g) ?? []).toHaveLength(figures.length);
  });

  it('holds no key where pupils get it', () => {
    const [, folder, name] = path.split('/');
    if (!FOR_PUPILS.includes(name ?? folder ?? '')) return;
    expect(page).not.toMatch(/key\.html/);
    for (const pack of packs) for (const secret of secrets(pack)) expect(page).not.toContain(secret);
  });
});

it('a guide has a key that is kept apart, and nothing of the teachers’ pages is stored for offline', () => {
  for (const pack of packs.filter(({ guide }) => guide)) {
    expect(secrets(pack).length).toBeGreaterThan(2);
    const key = unescaped(here.get(`teach/${pack.lesson.id}/key.html`) ?? '');
    for (const secret of secrets(pack)) expect(key).toContain(secret);
  }
  expect(keptPaths([...here.keys(), 'teach/where-it-stands.js', 'index.html'])).toEqual(['index.html']);
});

it('a lesson without a guide has a pack, too', () => {
  for (const pack of packs) {
    const bare = packFiles({ ...pack, guide: null }, null);
    expect([...bare.keys()]).toEqual([...packFiles(pack, SITE).keys()]);
    for (const text of bare.values()) expect(text).not.toMatch(/\{\{|undefined|NaN/);
  }
});

it('a pack on a disk names no file that is not in it', () => {
  const [pack] = packs;
  for (const site of [null, SITE]) {
    const files = packFiles(pack, site);
    for (const [path, page] of files) {
      for (const address of linksIn(page).filter((link) => !link.startsWith(SITE)))
        expect([...files.keys()], `${path}: ${address}`).toContain(join(dirname(path), address));
    }
  }
});

it('a guide that does not fit its lesson is told of by place', () => {
  const pack = packs.find(({ lesson }) => lesson.id === 'cure');
  if (!pack) throw new Error('the lesson “cure” has no pack');
  const source = readFileSync('src/lessons/guides/cure.md', 'utf8');
  const told = (text: string) => {
    try {
      readGuide(text, 'guide.md', pack.lesson);
    } catch (error) {
      return String(error);
    }
    return '';
  };
  expect(told(source)).toBe('');
  expect(told(source.replace('mad-guide/1', 'mad-guide/9'))).toMatch(/guide\.md: 2: format = "mad-guide\/9" is not mad-guide\/1/);
  expect(told(source.replace('step: start', 'step: begin'))).toContain('the lesson has no step “begin”');
  expect(told(source.replace('right: jazz', 'right: rock'))).toContain('“music” needs right: songs or faithful or jazz or wait');
  expect(told(source.replace('question: world', 'question: moon'))).toMatch(/asks no question “moon”[\s\S]*“world” has no answer/);
  expect(told(source.replace('id: M2', 'id: M99'))).toMatch(/guide\.md: \d+: misconceptions\[0\]\.id/);
  expect(told('## nothing')).toContain('front matter');
});

it('the inventory has one question for each misconception', () => {
  expect(INVENTORY.map(({ of }) => of)).toEqual(Object.keys(MISCONCEPTIONS));
  for (const { options, right, shows } of INVENTORY) {
    expect(right).not.toBe(shows);
    for (const place of [right, shows]) expect(options[place]).toBeDefined();
    expect(new Set(options).size).toBe(options.length);
  }
});

it('whom to write to is what package.json says, or nobody', () => {
  expect(contact(undefined)).toBe('');
  expect(contact('')).toBe('');
  expect(contact({ type: 'git', url: 'git+https://example.org/a/b.git' })).toContain('href="https://example.org/a/b"');
  expect(contact('javascript:alert(1)')).toBe('');
});

it('an attribution says title, authors, source and licence, whatever that is', () => {
  expect(attribution('A', { authors: ['B', 'C'], licence: 'CC0-1.0' }, SITE)).toBe(`“A” by B, C, from MAD Lab, ${SITE}, licence: CC0-1.0.`);
});
