import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Marked } from 'marked';
import { type Plugin, runnerImport } from 'vite';
import type * as CardReader from '../src/lessons/cards/readCard.ts';
import type { Problem } from '../src/lessons/problem.ts';
import type * as Reader from '../src/lessons/readMarkdown.ts';

/** The page's own reader: it stands among code that the configuration can't import as it is. */
const reader = () => runnerImport<typeof Reader>('./src/lessons/readMarkdown.ts', { configFile: false }).then(({ module }) => module);
const cardReader = () => runnerImport<typeof CardReader>('./src/lessons/cards/readCard.ts', { configFile: false }).then(({ module }) => module);

const broken = (id: string, problems: readonly Problem[]) => new Error(problems.map(({ line, message }) => `${id}:${line}: ${message}`).join('\n'));

/** A lesson's text has no HTML of its own; what looks like it is text. */
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const markdown = new Marked({ renderer: { html: ({ text }) => escaped(text), image: ({ text }) => escaped(text) } });

/** Lessons as data, their texts as HTML, at build time: the page carries no parser for those that come with it. */
function lessons(): Plugin {
  return {
    name: 'mad-lab:lesson',
    enforce: 'pre',
    load: {
      filter: { id: /\/src\/lessons\/files\/[^/]+\.md$/ },
      async handler(id) {
        const { readMarkdown } = await reader();
        const source = readFileSync(id, 'utf8');
        const read = readMarkdown(source);
        if ('problems' in read) throw broken(id, read.problems);
        const { lesson } = read;
        const html = Object.fromEntries(lesson.steps.map((step) => [step.id, markdown.parse(step.text ?? '', { async: false })]));
        const edition = createHash('sha256').update(source.replaceAll('\r\n', '\n')).digest('hex').slice(0, 12);
        const parts = Object.entries({ lesson, html, edition });
        return { code: parts.map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};`).join('\n'), moduleType: 'js' };
      },
    },
  };
}

/** Challenge cards as data. */
function cards(): Plugin {
  return {
    name: 'mad-lab:card',
    enforce: 'pre',
    load: {
      filter: { id: /\/src\/lessons\/cards\/files\/[^/]+\.yaml$/ },
      async handler(id) {
        const { readCard } = await cardReader();
        const read = readCard(readFileSync(id, 'utf8'));
        if ('problems' in read) throw broken(id, read.problems);
        return { code: `export const card = ${JSON.stringify(read.card)};`, moduleType: 'js' };
      },
    },
  };
}

export const lessonModule = (): Plugin[] => [lessons(), cards()];
