/** A lesson in its form for people: what `readMarkdown` reads back as the same lesson. */
import { Document, isCollection, isNode, visit } from 'yaml';
import type { Lesson, Step } from './lesson';

/** Up to so many characters, what holds others stands on one line. */
const LONGEST_LINE = 110;

/** Fields in the order in which one reads them; others behind. */
const FRONT = [
  'format',
  'id',
  'title',
  'minutes',
  'ages',
  'language',
  'licence',
  'authors',
  'goals',
  'needs',
  'vocabulary',
  'base',
  'limits',
  'claims',
];
const BLOCK = ['run', 'ghost', 'unlock', 'show', 'predict', 'observe', 'explain', 'play', 'quiz', 'next'];

function yaml(value: Readonly<Record<string, unknown>>, order: readonly string[]): string {
  const given = order.filter((key) => value[key] !== undefined);
  if (given.length === 0) return '';
  const document = new Document(Object.fromEntries(given.map((key) => [key, value[key]])), {
    version: '1.2',
    schema: 'core',
    aliasDuplicateObjects: false,
  });
  visit(document, (_, node, path) => {
    if (path.length > 1 && isNode(node) && isCollection(node) && JSON.stringify(node).length <= LONGEST_LINE) node.flow = true;
  });
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
}

function printStep({ id, title, minutes, text, ...block }: Step): string {
  const parts = [`## ${id} | ${title} {minutes=${minutes}}`];
  if (text !== undefined) parts.push(text);
  const fields = yaml(block, BLOCK);
  if (fields !== '') parts.push(`\`\`\`mad\n${fields}\`\`\``);
  return parts.join('\n\n');
}

export function printMarkdown({ steps, ...front }: Lesson): string {
  return `---\n${yaml(front, FRONT)}---\n\n${steps.map(printStep).join('\n\n')}\n`;
}
