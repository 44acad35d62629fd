import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

/** Scripts that stand in pages, each in the place of its name. */
const NAMES = ['before', 'starting'] as const;

const markOf = (name: string) => `<!-- ${name} -->`;

/** A script of src/start as it stands in pages: without whole-line remarks and indentation, which nobody reads there. */
export function pageScript(name: (typeof NAMES)[number]): string {
  const lines = readFileSync(`src/start/${name}.js`, 'utf8').split('\n');
  return lines
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('//') && !line.startsWith('/*'))
    .join('\n');
}

export const startingScript = () => pageScript('starting');

/** A page with the scripts in their places. */
export function withStartingScript(page: string): string {
  if (!page.includes(markOf('starting'))) throw new Error(`a page has no ${markOf('starting')}: it would stay blank where it can't start`);
  return NAMES.reduce((filled, name) => filled.replace(markOf(name), () => `<script>${pageScript(name)}</script>`), page);
}

/** The same for Vite's pages. */
export function startingPlugin(): Plugin {
  return { name: 'mad-lab:starting', transformIndexHtml: { order: 'pre', handler: withStartingScript } };
}
