/** Texts are Markdown that can do nothing: no HTML, no picture, no address but this page's own. */
import { parseQuery } from '../../engine/experimentText';
import { plainName } from '../../engine/names';
import { printPairs, readQuery } from '../../engine/query';
import { excerpt } from '../../engine/refusal';
import type { Fault } from '../fault';
import type { Rule } from './context';
import { textsOf } from './texts';

/** A tag, its end, a comment, a declaration; `a < b` is none of them. */
const HTML = /<[a-z/!?][^\s>]{0,20}/i;
const PICTURE = /!\[[^\]]{0,20}/;
const ADDRESS =
  /\b[a-z][a-z\d+.-]{0,20}:\/\/\S{0,20}|\bwww\.\S{0,20}|\b(?:javascript|data|mailto|file|blob|vbscript|tel):\S{1,20}|[\w.+-]{1,40}@[\w-]{1,40}\.\w{1,20}/i;
/** Behind `](`, and behind `[name]:` at the beginning of a line. */
const TARGETS = /\]\(\s*([^\s)]*)|^[ \t>*+\d.-]{0,40}\[[^\]\n]+\]:\s*(\S*)/gm;
/** Left in a draft where a number has yet to come. */
const DRAFT = /[⟦⟧]/;

/** Keys of the page that choose a lesson, and not what runs. */
const OF_LESSONS: readonly string[] = ['lesson', 'step', 'card', 'poe'];

const withoutLesson = (query: string): string => printPairs(readQuery(query).filter(([name]) => !OF_LESSONS.includes(plainName(name))));

/** What is wrong with the target of a link; null where nothing is. */
function targetFault(target: string): string | null {
  if (!target.startsWith('?')) return `links to “${excerpt(target)}”; a lesson links to this page alone, as in [this run](?loop=fresh-data)`;
  const [note] = parseQuery(withoutLesson(target.slice(1))).notes;
  return note ? `links to “${excerpt(target)}”: ${note.problem}` : null;
}

function messagesOn(text: string): string[] {
  const messages: string[] = [];
  const refuse = (pattern: RegExp, what: string, remedy: string) => {
    const [found] = pattern.exec(text) ?? [];
    if (found !== undefined) messages.push(`holds ${what}, “${excerpt(found)}”; ${remedy}`);
  };
  refuse(HTML, 'HTML', 'write Markdown, and a blank behind < where it means less');
  refuse(PICTURE, 'a picture', 'say it in words, or show a run');
  refuse(ADDRESS, 'an address', 'leave it out; a lesson loads and names nothing from elsewhere');
  refuse(DRAFT, 'a mark of a draft', 'write {{recall fresh-data 20}} where a number has to come');
  const targets = [...text.matchAll(TARGETS)].map(([, inline, below]) => inline ?? below ?? '');
  return [...messages, ...targets.flatMap((target) => targetFault(target) ?? [])];
}

export const inert: Rule = ({ lesson }) =>
  textsOf(lesson).flatMap(({ path, text }): Fault[] => messagesOn(text).map((message) => ({ path, message })));
