/** A lesson in its form for people: what `readMarkdown` reads back as the same lesson. */
import * as v from 'valibot';
import { Document, isCollection, isNode, visit } from 'yaml';
import { type Lesson, lessonSchema, type Step } from './lesson';

/** Up to so many characters, what holds others stands on one line. */
const LONGEST_LINE = 110;

function yaml(fields: object): string {
  if (Object.keys(fields).length === 0) return '';
  const document = new Document(fields, { version: '1.2', schema: 'core', aliasDuplicateObjects: false });
  visit(document, (_, node, path) => {
    if (path.length > 1 && isNode(node) && isCollection(node) && JSON.stringify(node).length <= LONGEST_LINE) node.flow = true;
  });
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
}

function printStep({ id, title, minutes, text, ...block }: Step): string {
  const parts = [`## ${id} | ${title} {minutes=${minutes}}`];
  if (text !== undefined) parts.push(text);
  const fields = yaml(block);
  if (fields !== '') parts.push(`\`\`\`mad\n${fields}\`\`\``);
  return parts.join('\n\n');
}

/** Fields stand in the order of the schema, whatever their order was. */
export function printMarkdown(lesson: Lesson): string {
  const { steps, ...front } = v.parse(lessonSchema, lesson);
  return `---\n${yaml(front)}---\n\n${steps.map(printStep).join('\n\n')}\n`;
}
