/** Real text in Python: what there is to learn from, and what is held out. */
import { datasetOf, isRunningText } from '../../engine/chosen';
import type { Experiment } from '../../engine/experiment';
import { samplesOfText } from '../../engine/text/ownText';
import { base64Of } from '../base64';
import { lines } from '../lines';
import { byWords, isBook } from './chosen';
import { widthOf } from './model';

/** A file of ours, by its path. */
export type Load = (path: string) => Promise<Uint8Array<ArrayBuffer>>;

/** A text of one's own stands in the program as it is. */
function own(experiment: Experiment): readonly string[] {
  const { text, form } = experiment;
  const { samples, train } = samplesOfText(text, form);
  const parts = `TRAIN, HELD_OUT = SAMPLES[:${train}], SAMPLES[${train}:]`;
  if (form === 'running')
    return ['# --- the real text: yours, as words and marks', `SAMPLES = ${JSON.stringify(samples.join(' '))}.split(' ')`, parts];
  const cut = samples.map((line) => line.slice(0, widthOf(experiment))).join('\n');
  return [
    '# --- the real text: yours, line by line; from a hundred on a fifth of them, by lot, is held out for the scores',
    `SAMPLES = ${JSON.stringify(cut)}.split('\\n')`,
    'random.shuffle(SAMPLES)',
    parts,
  ];
}

async function baked(experiment: Experiment, load: Load): Promise<readonly string[]> {
  const [between, separator] = isBook(experiment) ? [String.raw`\n`, ' '] : [String.raw`\n\n`, String.raw`\n`];
  return [
    `# --- the real text (${datasetOf(experiment).name}), packed: what to learn from, and what is held out for the scores`,
    `PACKED = '${await base64Of(await load(`texts/${experiment.dataset}.bin`))}'`,
    `TRAIN, HELD_OUT = [part.split('${separator}') for part in gzip.decompress(base64.b64decode(PACKED)).decode().split('${between}')]`,
  ];
}

const LINES = lines`
  ALPHABET = sorted(set('\n'.join(TRAIN + HELD_OUT) + '\n'))

  def real(n):
      """So many by lot, none twice before all were drawn; as letters, with a line end behind each."""
      rounds = [random.sample(TRAIN, len(TRAIN)) for _ in range(n // len(TRAIN) + 1)]
      return tuple(''.join(line + '\n' for line in sum(rounds, [])[:n]))`;

const WORDS = lines`
  ALPHABET = sorted(set(TRAIN + HELD_OUT))

  def real(n, place):
      """So many words and marks from a place on, round and round."""
      return tuple(TRAIN[(place + i) % len(TRAIN)] for i in range(n))`;

/** Marks of books; in own text anything without letters and digits is one. */
const letters = (isBookText: boolean) => lines`
  def letters(tokens):
      """Words and marks with a blank behind each, but none before a mark."""
      return re.sub(r' (?=${isBookText ? '[.,;:!?]' : '(?:[^\\w ]|_)+ '})', '', ' '.join(tokens) + ' ') if tokens else ''

  ALPHABET = sorted(set(letters(TRAIN + HELD_OUT)))

  def real(n, place):
      """So many words and marks from a place on, round and round."""
      return tuple(letters([TRAIN[(place + i) % len(TRAIN)] for i in range(n)]))`;

export async function dataLines(experiment: Experiment, load: Load): Promise<readonly string[]> {
  const text = experiment.dataset === 'own-text' ? own(experiment) : await baked(experiment, load);
  return [...text, ...(!isRunningText(experiment) ? LINES : byWords(experiment) ? WORDS : letters(isBook(experiment)))];
}
