import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

const MARK = '<!-- starting -->';

/** The script of src/start/starting.js as it stands in pages: without whole-line remarks and indentation, which nobody reads there. */
export function startingScript(): string {
  const lines = readFileSync('src/start/starting.js', 'utf8').split('\n');
  return lines
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('//') && !line.startsWith('/*'))
    .join('\n');
}

/** A page with the script in its place. */
export function withStartingScript(page: string): string {
  if (!page.includes(MARK)) throw new Error(`a page has no ${MARK}: it would stay blank where it can't start`);
  return page.replace(MARK, () => `<script>${startingScript()}</script>`);
}

/** The same for Vite's pages. */
export function startingPlugin(): Plugin {
  return { name: 'mad-lab:starting', transformIndexHtml: { order: 'pre', handler: withStartingScript } };
}
