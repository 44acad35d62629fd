import * as v from 'valibot';
import { Refusal } from '../../engine/refusal';
import { listed } from '../../format';
import { CLASS_FORMAT, readClassFile } from '../../lessons/collect/classFile';
import { keyOf } from '../../lessons/collect/gather';
import { type LinkFound, linksIn } from '../../lessons/collect/links';
import { answersIn } from '../../lessons/rows';
import { type Work, workSchema } from '../../lessons/work';
import { placeIn } from '../lesson/placeHere';
import { readTable } from '../lesson/workFile';
import { packedIn, unpacked } from '../lesson/workLink';

/** What a file, or a text that was pasted, holds: works, and whatever is wrong with the rest. */
export interface Handed {
  readonly works: readonly Work[];
  /** keys of those that were chosen to count when a class was saved */
  readonly counting: readonly string[];
  /** in sentences that name the file or link */
  readonly problems: readonly string[];
}

const NOTHING: Handed = { works: [], counting: [], problems: [] };
const problem = (words: string): Handed => ({ ...NOTHING, problems: [words] });

export const together = (all: readonly Handed[]): Handed => ({
  works: all.flatMap(({ works }) => works),
  counting: all.flatMap(({ counting }) => counting),
  problems: all.flatMap(({ problems }) => problems),
});

/** Columns that any table of ours has. */
const NEEDED = ['lesson', 'edition', 'step', 'question', 'type', 'answer'] as const;
const SEPARATORS = [',', ';', '\t'] as const;

/** The separator of a table of ours; null where it is none. A spreadsheet may have saved it with another one. */
function separatorOf(text: string): string | null {
  const head = text.slice(0, 2000).split(/[\r\n]/, 1)[0];
  return SEPARATORS.find((mark) => NEEDED.every((name) => head.split(mark).some((cell) => cell.replaceAll('"', '').trim() === name))) ?? null;
}

/** @param name of the file, or what was pasted */
export async function readHanded(name: string, content: string): Promise<Handed> {
  const text = content.replace(/^\uFEFF/, '').trim();
  if (text === '') return problem(`${name} is empty.`);
  if (text.startsWith('{')) return readJson(name, text);
  const separator = separatorOf(text);
  if (separator !== null) return readRows(name, text, separator);
  const links = linksIn(text);
  if (links.length === 0) return problem(`${name} holds no work of a lesson, and no link to any.`);
  return together(await Promise.all(links.map((link, at) => readLink(`Link ${at + 1}${shortOf(link)}`, link))));
}

function readJson(name: string, text: string): Handed {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    return problem(`${name} can’t be read: it was cut off, or changed. Ask for it once more.`);
  }
  const saved = readClassFile(content);
  if (!saved) return readWork(name, content);
  const read = saved.works.map((work, at) => readWork(`${name}, work ${at + 1},`, work));
  const chosen = saved.counting.flatMap((at) => read[at]?.works ?? []);
  return { ...together(read), counting: chosen.map(keyOf) };
}

const FORMAT = v.looseObject({ format: v.string() });

function readWork(name: string, content: unknown): Handed {
  const read = v.safeParse(workSchema, content);
  if (read.success) return { ...NOTHING, works: [read.output] };
  const { output } = v.safeParse(FORMAT, content);
  const format = v.is(FORMAT, output) ? output.format : null;
  if (format === null || !format.startsWith('mad-lesson-')) return problem(`${name} holds no work of a lesson.`);
  if (format !== 'mad-lesson-work/1')
    return problem(`${name} has the format ${format.slice(0, 40)}; mad-lesson-work/1 and ${CLASS_FORMAT} can be read.`);
  const [issue] = read.issues;
  const where = issue.path?.map(({ key }) => String(key).slice(0, 70)).join(', ');
  return problem(`${name} holds work that was changed or cut off${where ? `: “${where}” can’t be ${issue.received.slice(0, 60)}` : ''}.`);
}

function readRows(name: string, text: string, separator: string): Handed {
  let rows: ReturnType<typeof readTable>;
  try {
    rows = readTable(text, separator);
  } catch (error) {
    return problem(`${name} can’t be read. ${error instanceof Refusal ? error.message : 'It is no whole table.'}`);
  }
  if (rows.length === 0) return problem(`${name} is a table without an answer in it.`);
  const works = new Map<string, typeof rows>();
  for (const row of rows) {
    const key = [row.work, row.lesson, row.group, row.desk].join('\n');
    works.set(key, [...(works.get(key) ?? []), row]);
  }
  return together([...works.values()].map((of, at) => workOf(works.size > 1 ? `${name}, work ${at + 1},` : name, of)));
}

/** What a table tells of one pupil's work. */
function workOf(name: string, rows: ReturnType<typeof readTable>): Handed {
  const { lesson, edition, poe, desk, group } = rows[0];
  return readWork(name, {
    format: 'mad-lesson-work/1',
    lesson,
    edition,
    at: rows[rows.length - 1].step,
    ...answersIn(rows),
    opened: [...new Set(rows.filter(({ opened }) => opened === 'yes').map(({ step }) => step))],
    poe,
    ...(desk && { desk: Number(desk) }),
    ...(group && { group }),
  });
}

const LONGEST_LINK = 60;

/** How a link is told from others. */
function shortOf({ link, fragment }: LinkFound): string {
  const { desk, group } = placeIn(fragment);
  if (desk === undefined) return ` (${link.length > LONGEST_LINK ? `…${link.slice(-LONGEST_LINK)}` : link})`;
  return ` (${listed([...(group === undefined ? [] : [`group ${group}`]), `desk ${desk}`])})`;
}

async function readLink(name: string, { fragment, rest }: LinkFound): Promise<Handed> {
  const packed = packedIn(fragment);
  if (packed === null || packed === '') return problem(`${name} has no work behind it: it opens the lesson alone.`);
  let all = packed;
  for (const more of ['', ...rest]) {
    all += more;
    const work = await unpacked(all);
    if (work) return { ...NOTHING, works: [{ ...placeIn(fragment), ...work }] };
  }
  return problem(`${name} did not arrive whole: part of it was lost or changed on its way. Ask for the link once more, or for the file.`);
}
