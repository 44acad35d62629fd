import { COMMANDS, type MessageWords, TOLD } from '../src/embed/protocolWords';
import { KEYS, LIVE_KEYS, SCHEMA } from '../src/engine/experiment';
import type { KeySpec } from '../src/engine/keys/key';
import { allowedText } from '../src/engine/keyText';
import { DEFAULT_SPEED, FASTEST, SPEEDS } from '../src/store/playKeys';
import { CONTROL_WORDS } from '../src/ui/view/controlWords';
import { LOCALES, ORIGINS, RUN, THEMES } from '../src/ui/view/view';
import { LIMITS } from './build/limits';

const cell = (text: string) => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
export const table = (head: readonly string[], rows: readonly (readonly string[])[]) =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.map(cell).join(' | ')} |`).join('\n');
export const code = (text: string) => `\`${text}\``;
const codes = (list: readonly string[]) => list.map(code).join(', ');

function keyRow(key: (typeof KEYS)[number]): string[] {
  const spec: KeySpec = SCHEMA[key];
  const live = (LIVE_KEYS as readonly string[]).includes(key) ? ', live' : '';
  return [code(key) + live, spec.label, allowedText(key)];
}

const messageRows = (words: Readonly<Record<string, MessageWords>>) =>
  Object.entries(words).map(([type, { fields, does }]) => [code(type), fields, does]);

/** The tables of docs/embedding.md by the name of their markers, from the schemas themselves. */
export const TABLES: Readonly<Record<string, () => string>> = {
  sizes: () =>
    table(
      ['file', 'when', 'at most, checked by `npm run check:bundle`'],
      LIMITS.map(({ what, when, kB, gzip }) => [what, when, `${kB} kB${gzip ? ' gzip' : ''}`]),
    ),
  'experiment keys': () => table(['key', 'what', 'allowed'], KEYS.map(keyRow)),
  'view keys': () =>
    table(
      ['key', 'values', 'what'],
      [
        [code('view'), codes(ORIGINS), 'which parts are shown'],
        [code('run'), codes(RUN), 'when it starts: when the reader presses Run, when it comes into sight, at once'],
        [code('hide'), 'comma list of controls', 'these are not there for the reader'],
        [code('lock'), 'comma list of controls', 'these are there, and the reader cannot use them'],
        [code('theme'), codes(THEMES), '`auto` follows the reader’s system'],
        [
          code('background'),
          '`transparent`, or a colour of CSS (without its `#` too)',
          'the ground; light or dark words by that colour, unless `theme` says which',
        ],
        [
          code('poster'),
          'at most 600 characters, as Share writes them',
          'curves of a real run of this very experiment, for the poster; ignored where they are of another',
        ],
        [code('speed'), `${SPEEDS.min} to ${SPEEDS.max}, ${code(FASTEST)}`, `generations a second on the screen; ${DEFAULT_SPEED} without it`],
        [
          code('at'),
          'a generation',
          'the one that is shown first: the run is computed up to it, and stands there, or with `run=` goes on from there',
        ],
        [
          code('map'),
          'two settings with their ranges, `key:from..to/count,key:from..to/count`; then, if wished, `loop:`, `score:`, `replicates:`',
          'on the page alone: opens the map of these settings, the first one across',
        ],
        [
          '`lesson`',
          'the name of a lesson, such as `cure`; or `make`',
          'opens the lesson beside the stage, `make` (on the page alone) the page on which lessons are made; `at` and `run` mean nothing then. A frame shows its title until its reader begins; a sandbox without `allow-same-origin` opens it in a tab of its own',
        ],
        ['`step`', 'the name of a step of that lesson', 'where it opens'],
        ['`poe`', '`on`, `off`', '`off` shows runs before anything is predicted; what was done of the lesson says so'],
        [
          '`collect`',
          'nothing, or the name of a lesson',
          'on the page alone: shows what a class has done of a lesson, from the files and links that are dropped or pasted there',
        ],
        [
          '`card`',
          'the name of a challenge card, `thrift`',
          'on the page alone: opens the card beside the stage; behind `:` stands a guess, where the card asks for one',
        ],
        [code('locale'), codes(LOCALES), 'the language; so far one'],
        [code('parentOrigin'), 'an origin such as `https://blog.example`', 'the one site whose commands the frame obeys; none without it'],
      ],
    ),
  controls: () =>
    table(
      ['name', 'what'],
      Object.entries(CONTROL_WORDS).map(([name, what]) => [code(name), what]),
    ),
  commands: () => table(['type', 'fields', 'what it does'], messageRows(COMMANDS)),
  'messages to the host': () => table(['type', 'fields', 'when'], messageRows(TOLD)),
};

/** The text with every marked table made anew. @throws where a table has no place */
export function withTables(text: string, tables = TABLES): string {
  let result = text;
  for (const [name, make] of Object.entries(tables)) {
    const [begin, end] = [`<!-- begin ${name} -->`, `<!-- end ${name} -->`];
    const [from, to] = [result.indexOf(begin), result.indexOf(end)];
    if (from < 0 || to < from) throw new Error(`there is no place for “${name}”`);
    result = `${result.slice(0, from + begin.length)}\n${make()}\n${result.slice(to)}`;
  }
  return result;
}
