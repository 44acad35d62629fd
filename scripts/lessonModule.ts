import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { type Plugin, runnerImport } from 'vite';
import type * as CardReader from '../src/lessons/cards/readCard.ts';
import type { Problem } from '../src/lessons/problem.ts';
import type * as Reader from '../src/lessons/readMarkdown.ts';
import type * as Html from '../src/lessons/textHtml.ts';

/** The page's own reader: it stands among code that the configuration can't import as it is. */
const reader = () => runnerImport<typeof Reader>('./src/lessons/readMarkdown.ts', { configFile: false }).then(({ module }) => module);
const html = () => runnerImport<typeof Html>('./src/lessons/textHtml.ts', { configFile: false }).then(({ module }) => module);
const cardReader = () => runnerImport<typeof CardReader>('./src/lessons/cards/readCard.ts', { configFile: false }).then(({ module }) => module);

const broken = (id: string, problems: readonly Problem[]) => new Error(problems.map(({ line, message }) => `${id}:${line}: ${message}`).join('\n'));

/** Lessons as data, their texts as HTML, at build time: the page carries no parser for those that come with it. */
function lessons(): Plugin {
  return {
    name: 'mad-lab:lesson',
    enforce: 'pre',
    load: {
      filter: { id: /\/src\/lessons\/files\/[^/]+\.md$/ },
      async handler(id) {
        const [{ readMarkdown }, { textHtml }] = await Promise.all([reader(), html()]);
        const source = readFileSync(id, 'utf8');
        const read = readMarkdown(source);
        if ('problems' in read) throw broken(id, read.problems);
        const { lesson } = read;
        const texts = Object.fromEntries(lesson.steps.map((step) => [step.id, textHtml(step.text ?? '')]));
        const edition = createHash('sha256').update(source.replaceAll('\r\n', '\n')).digest('hex').slice(0, 12);
        const parts = Object.entries({ lesson, html: texts, edition });
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
