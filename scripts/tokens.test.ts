import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import postcss from 'postcss';
import { expect, it } from 'vitest';
import { catalogue } from '../src/engine/catalogue';
import { COLOURS, FONT } from '../src/ui/figures/figurePage';
import { INK, lookOf, REAL, TINT } from '../src/ui/palette';
import { scalePlugin, withTokens } from './tokens';

const filesIn = (folder: string, ending: RegExp) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => ending.test(file))
    .map((file) => join(folder, file));
const read = (file: string) => readFileSync(file, 'utf8');

const SHEETS = [...filesIn('src', /\.css$/), ...filesIn('scripts', /\.css$/)];

const TYPE_AND_SPACE = /^(font|font-size|line-height|(row-|column-)?gap|(margin|padding)(-[a-z]+)*)$/;
/** em and % are sizes of what they stand in. */
const RAW_LENGTH = /(?<![\w-])\d*\.?\d+(rem|px|pt)\b/;

/** "font-size: 13px" where a token belongs. A rule that fills draws: its sizes are geometry. */
function rawLengthsIn(css: string): string[] {
  const found: string[] = [];
  postcss.parse(css).walkRules((rule) => {
    if (rule.some((node) => node.type === 'decl' && node.prop === 'fill')) return;
    rule.walkDecls((declaration) => {
      if (TYPE_AND_SPACE.test(declaration.prop) && RAW_LENGTH.test(declaration.value)) found.push(declaration.toString());
    });
  });
  return found;
}

/** Custom properties that rules of this selector set, by name. */
function setBy(css: string, selector: string): Record<string, string> {
  const found: Record<string, string> = {};
  postcss.parse(css).walkRules((rule) => {
    if (!rule.selectors.includes(selector) || rule.parent?.type !== 'root') return;
    rule.walkDecls(({ prop, value }) => {
      found[prop] = value;
    });
  });
  return found;
}

const LIGHT = setBy(read('src/ui/tokens.css'), ':root');
const DARK = setBy(read('src/ui/tokens.css'), ":root[data-theme='dark']");

it('type and space are tokens in every style sheet', () => {
  expect(SHEETS.length).toBeGreaterThan(25);
  expect(SHEETS.flatMap((file) => rawLengthsIn(read(file)).map((found) => `${file}: ${found}`))).toEqual([]);
});

it('a raw length is found wherever it stands in a value, and a drawing is left alone', () => {
  const css = `p { margin: 0 -0.75rem auto; padding: calc(2px + 1em); line-height: 1.5; gap: var(--space-4) clamp(.5rem, 2vw, 3rem); width: 3rem }
    @media print { p { font-size: 10.5pt } } text { fill: red; font-size: 12px }`;
  expect(rawLengthsIn(css)).toEqual([
    'margin: 0 -0.75rem auto',
    'padding: calc(2px + 1em)',
    'gap: var(--space-4) clamp(.5rem, 2vw, 3rem)',
    'font-size: 10.5pt',
  ]);
});

it('every custom property that is taken is set somewhere, and every token is taken', () => {
  const code = filesIn('src', /\.tsx?$/)
    .map(read)
    .join('\n');
  const css = SHEETS.map(read).join('\n');
  const set = new Set([...(css + code).matchAll(/(--[\w-]+)'?:/g)].map(([, name]) => name));
  const taken = new Set([...(css + code).matchAll(/var\((--[a-z\d-]+)\)/g)].map(([, name]) => name));
  expect([...taken].filter((name) => !set.has(name))).toEqual([]);
  expect(Object.keys(LIGHT).filter((name) => name.startsWith('--') && !css.includes(`var(${name}`) && !code.includes(`var(${name}`))).toEqual([]);
});

it('what is drawn without a style sheet has the colours and the type of the page', () => {
  expect({ ...COLOURS, real: REAL.colour.toLowerCase() }).toEqual({
    ground: LIGHT['--ground'],
    ink: LIGHT['--ink'],
    mute: LIGHT['--mute'],
    hair: LIGHT['--hair'],
    noise: LIGHT['--noise'],
    real: LIGHT['--real'],
  });
  expect(INK).toEqual({ light: LIGHT['--ink'], dark: DARK['--ink'] });
  expect(FONT).toBe(LIGHT['font-family']);
});

/** WCAG 2.2, relative luminance and contrast ratio. */
const luminance = (colour: readonly number[]) =>
  colour
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
    .reduce((sum, part, i) => sum + [0.2126, 0.7152, 0.0722][i] * part, 0);
const rgb = (hex: string) => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255);
function contrast(a: readonly number[], b: readonly number[]): number {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

it.each([
  ['light', LIGHT],
  ['dark', { ...LIGHT, ...DARK }],
  ['projector', { ...LIGHT, ...setBy(read('src/ui/tokens.css'), ':root[data-projector]') }],
])('signs in text are seen, and text on them is read: %s', (_, tokens) => {
  const of = (name: string) => rgb(tokens[`--${name}`]);
  expect(contrast(of('ink'), of('mark-tint'))).toBeGreaterThanOrEqual(4.5);
  for (const ground of ['ground', 'mark-tint']) expect(contrast(of('mark-dots'), of(ground))).toBeGreaterThanOrEqual(4.5);
  for (const ground of ['ground', 'mark-tint']) expect(contrast(of('mark-edge'), of(ground))).toBeGreaterThanOrEqual(3);
});

it('so are those of every loop in its picture', () => {
  for (const id of catalogue.loops.map((loop) => loop.id)) {
    const { colour, inkOnLight, inkOnDark } = lookOf(id);
    for (const [theme, tokens, accent] of [
      ['light', LIGHT, inkOnLight],
      ['dark', DARK, inkOnDark],
    ] as const) {
      const ground = rgb(tokens['--ground']);
      const tinted = ground.map((part, i) => part + TINT[theme] * (rgb(colour)[i] - part));
      expect(contrast(rgb(INK[theme]), tinted), `${id}, ${theme}, words`).toBeGreaterThanOrEqual(4.5);
      for (const behind of [ground, tinted]) expect(contrast(rgb(accent), behind), `${id}, ${theme}, dots`).toBeGreaterThanOrEqual(3);
    }
  }
});

it('the article, which others copy whole, has the colours of the page', () => {
  const style = /<style>(.*?)<\/style>/s.exec(read('public/article/index.html'))?.[1] ?? '';
  const light = setBy(style, ':root');
  const names = Object.keys(light).filter((name) => name.startsWith('--'));
  expect(names.length).toBeGreaterThan(3);
  for (const name of names) expect(light[name], name).toBe(LIGHT[name]);
  const dark = /prefers-color-scheme: dark\) \{ (:root \{.*?\})/.exec(style)?.[1] ?? '';
  expect(setBy(dark, ':root')).toEqual(Object.fromEntries(names.map((name) => [name, DARK[name]])));
});

it('the bar of a phone has the colour of the ground', () => {
  const page = read('index.html');
  expect([...page.matchAll(/name="theme-color" content="(#\w+)"/g)].map(([, colour]) => colour)).toEqual([LIGHT['--ground'], DARK['--ground']]);
});

it('a page that stands alone takes along the colours that it needs, and those alone', () => {
  const style = withTokens('/* why */\np { gap: var(--gutter); color: var(--ink) }', 'script');
  expect(style).not.toContain('why');
  expect(style).toContain('gap: clamp(1rem, 2vw, 2rem)');
  expect(style).not.toContain('--hair');
  expect(style).not.toContain('--space');
  expect(setBy(style, ':root[data-projector]')).toHaveProperty('--ink', '#000000');
});

it('a build puts in the steps of the scale, and keeps what a theme changes', () => {
  const css = '.a { margin: 0 calc(-1 * var(--space-4)) var(--high, 2rem); color: var(--mute) } :root { --space-4: 0.5rem; --mute: #5b6370 }';
  expect(postcss([scalePlugin]).process(css, { from: undefined }).css).toBe(
    '.a { margin: 0 calc(-1 * 0.5rem) var(--high, 2rem); color: var(--mute) } :root { --mute: #5b6370 }',
  );
});

it('without a script the theme is the one of the reader’s system', () => {
  const style = withTokens('p { color: var(--ink) }', 'system');
  expect(style).not.toContain('data-');
  expect(style).toMatch(/prefers-color-scheme: dark\) \{\n:root \{\ncolor-scheme: dark;\n--ink: #eceef1;\n\}/);
  expect(style).toMatch(/print \{\n:root \{\ncolor-scheme: light;\n--ink: #000000;\n\}/);
});
