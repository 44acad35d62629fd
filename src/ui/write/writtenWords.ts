import { LEAST_OWN } from '../../engine/datasets/about';
import { LEAST_TO_HOLD_OUT, LONGEST_TEXT, samplesOfText, tidyText } from '../../engine/text/ownText';
import { thousands } from '../../format';
import { MOST_TEXT_IN_LINK } from '../../store/ownText';

export type Form = 'lines' | 'running';

const NOUNS: Readonly<Record<Form, readonly [one: string, many: string]>> = {
  lines: ['line', 'lines'],
  running: ['word or mark', 'words and marks'],
};

/** "1 line", "1,234 words and marks" */
const counted = (count: number, form: Form): string => `${thousands(count)} ${NOUNS[form][count === 1 ? 0 : 1]}`;

/** What a text is made of: as it is written, and as it is read. */
export function countWords(written: string, text: string, form: Form): string {
  if (text === '') return 'Nothing yet.';
  const { samples, train } = samplesOfText(text, form);
  const all = counted(samples.length, form);
  if (samples.length < LEAST_OWN) return `${all}; it takes at least ${LEAST_OWN}.${leftOutWords(written)}`;
  if (samples.length < LEAST_TO_HOLD_OUT)
    return `${all}; nothing is held out under ${LEAST_TO_HOLD_OUT}, so some scores stay empty.${leftOutWords(written)}`;
  return `${all}: ${thousands(train)} to learn from, ${thousands(samples.length - train)} held out for the scores.${leftOutWords(written)}`;
}

function leftOutWords(written: string): string {
  const over = tidyText(written).length - LONGEST_TEXT;
  return over > 0 ? ` Only the first ${thousands(LONGEST_TEXT)} characters are read: ${thousands(over)} are left out.` : '';
}

/** Whether a link takes it along; '' where there is nothing. */
export function linkWords(text: string): string {
  if (text === '') return '';
  if (text.length <= MOST_TEXT_IN_LINK) return 'A link that you share holds it: no server receives it, but whoever has the link can read it.';
  return `${thousands(text.length)} characters: a link holds ${thousands(MOST_TEXT_IN_LINK)} and leaves it out. Export saves it in a file.`;
}

/** Why a text can't be learned from; null where it can. */
export function refusalWords(text: string, form: Form): string | null {
  const { samples } = samplesOfText(text, form);
  if (text !== '' && samples.length >= LEAST_OWN) return null;
  const found = text === '' ? 'There is no text yet' : `The text has ${counted(samples.length, form)}`;
  const other: Form = form === 'lines' ? 'running' : 'lines';
  const fits = text !== '' && samplesOfText(text, other).samples.length >= LEAST_OWN;
  return `${found}; it takes at least ${LEAST_OWN} ${NOUNS[form][1]}.${fits ? ` As ${other === 'lines' ? 'lines' : 'running text'} it would do.` : ''}`;
}

/** What `dataset=own-text` is made of now. */
export function ownTextWords(text: string, form: Form): string {
  if (text === '') return 'An example to start from: animals.';
  const { samples } = samplesOfText(text, form);
  const count = counted(samples.length, form);
  if (text.length <= MOST_TEXT_IN_LINK) return `${count}; the link holds the text.`;
  return `${count}: too long for the link, which leaves the text out. Export saves it in a file.`;
}
