import { readFileSync } from 'node:fs';
import postcss, { type Container, type Plugin, type Root } from 'postcss';

const TOKENS = readFileSync(new URL('../src/ui/tokens.css', import.meta.url), 'utf8');
const DARK = ":root[data-theme='dark']";
/** Space: no theme changes it. */
const SPACE = /^--(line|space|gutter|target|row)\b/;
/** Where no projector is looked at, type neither. */
const SCALE = /^--(text|line|space|gutter|target|row)\b/;

const namesIn = (css: string) => new Set([...css.matchAll(/var\((--[\w-]+)/g)].map(([, name]) => name));

function scaleOf(tokens: Root, steps: RegExp): ReadonlyMap<string, string> {
  const scale = new Map<string, string>();
  tokens.walkDecls(steps, ({ prop, value }) => {
    if (scale.has(prop)) throw new Error(`${prop} has two values in tokens.css, and could only be resolved to one`);
    scale.set(prop, value);
  });
  return scale;
}

/** Puts in the steps of the scale, so that readers download no names; colours stay variables, for the theme. */
function resolveScale(css: Root, steps: RegExp): void {
  const scale = scaleOf(postcss.parse(TOKENS), steps);
  const resolved = (text: string): string =>
    text.replace(/var\((--[\w-]+)\)/g, (variable, name) => (scale.has(name) ? resolved(scale.get(name) ?? '') : variable));
  css.walkDecls((declaration) => {
    if (steps.test(declaration.prop)) declaration.remove();
    else declaration.value = resolved(declaration.value);
  });
}

/** What bundlers do to every style sheet of the page. */
export const scalePlugin: Plugin = { postcssPlugin: 'scale', Once: (css) => resolveScale(css, SPACE) };

/** A page without our scripts has its reader's theme, and no other. */
function byMediaQuery(tokens: Root): void {
  tokens.walkRules((rule) => {
    if (rule.selector.includes('data-projector')) rule.remove();
    else if (rule.selector === DARK) {
      rule.selector = ':root';
      rule.replaceWith(postcss.atRule({ name: 'media', params: '(prefers-color-scheme: dark)', nodes: [rule.clone()] }));
    } else rule.selectors = rule.selectors.filter((selector) => selector !== DARK);
  });
}

const isEmpty = (container: Container) => container.nodes?.length === 0;

function dropUnused(tokens: Root, style: string): void {
  const used = namesIn(style);
  tokens.walkDecls(/^--/, (declaration) => {
    if (!used.has(declaration.prop) && !SCALE.test(declaration.prop)) declaration.remove();
  });
  tokens.walkRules((rule) => {
    if (isEmpty(rule)) rule.remove();
  });
  tokens.walkAtRules((rule) => {
    if (isEmpty(rule)) rule.remove();
  });
}

/** A style sheet that stands alone in a page: with the colours that it takes, and without what only its authors read. `theme`: who sets it, our script or the reader's system. */
export function withTokens(style: string, theme: 'script' | 'system'): string {
  const tokens = postcss.parse(TOKENS);
  if (theme === 'system') byMediaQuery(tokens);
  dropUnused(tokens, style);
  const all = postcss.parse(`${tokens}\n${style}`);
  resolveScale(all, SCALE);
  all.walkComments((comment) => {
    comment.remove();
  });
  return all
    .toString()
    .replaceAll(/\s*\n\s*/g, '\n')
    .trim();
}
