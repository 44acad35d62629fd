/** Scores of text in Python: of its words, and of passages of them. */
import { isRunningText } from '../../engine/chosen';
import type { Experiment } from '../../engine/experiment';
import { samplesOfText } from '../../engine/text/ownText';
import { lines } from '../lines';
import { FRECHET } from '../scores';
import { byWords, isBook } from './chosen';

/** Names or lines of a passage, and words. */
const [LINES, WORDS] = [10, 25];

/** Whether passages are compared with held-out ones: two have to be held out. */
export function comparesPassages({ dataset, text, form }: Experiment): boolean {
  if (dataset !== 'own-text') return true;
  const { samples, train } = samplesOfText(text, form);
  const held = samples.slice(train);
  return held.length >= 2 * LINES && (form === 'lines' || held.filter((token) => /[\p{L}\p{N}]/u.test(token)).length >= 2 * WORDS);
}

/** All letters and digits of the words of one's own text. */
function lettersOf({ text, form }: Experiment): string {
  const all = samplesOfText(text, form).samples.join(' ').toLowerCase();
  return [...new Set(all.match(/[\p{L}\p{M}\p{N}]/gu) ?? [])].sort().join('');
}

function wordLines(experiment: Experiment): readonly string[] {
  if (!isRunningText(experiment)) return ["    return ''.join(text).split('\\n')[:-1]"];
  if (byWords(experiment)) return ['    return [word for word in text if word[0].isalpha()]  # no marks'];
  if (isBook(experiment)) return [`    return re.findall("[a-z]+(?:'[a-z]+)*", ''.join(text))`];
  const one = lettersOf(experiment);
  return [`    return re.findall("[${one}]+(?:'[${one}]+)*", ''.join(text).lower().replace('\\u2019', "'"))`];
}

const features = (size: number, between: string): readonly string[] => lines`
  def features(found):
      """Passages of ${size} as 64 numbers each: how often which three letters follow each other, by a hash of the three."""
      rows = []
      for at in range(0, len(found) - ${size - 1}, ${size}):
          text = '${between}'.join(found[at:at + ${size}])
          h = np.array([zlib.crc32(text[i:i + 3].encode()) for i in range(len(text) - 2)], np.int64)
          rows.append(np.bincount(h % 64, 1 - 2 * (h >> 16 & 1), 64) / np.sqrt(len(h)))
      return np.array(rows)`;

/** The held-out passages of running text, evenly over it. */
const heldOut = (experiment: Experiment) => [
  `passages = features(words(${byWords(experiment) ? 'HELD_OUT' : 'letters(HELD_OUT)'}))`,
  'held_out = passages[np.unique(np.arange(EVALUATION) * len(passages) // EVALUATION)]  # evenly over all',
];

function scoreLines(experiment: Experiment, compares: boolean): readonly string[] {
  const found = isRunningText(experiment)
    ? [`    found = words(sample(model, 30 * EVALUATION, bias))[:${WORDS} * EVALUATION]`, '    some = found[:3000]']
    : ['    found = some = words(sample(model, EVALUATION, bias))'];
  return [
    '# --- the runs: from generation 2 on each model learns from what the one before it wrote',
    'def scores(model, bias, held_out):',
    ...found,
    '    fours = list(zip(some, some[1:], some[2:], some[3:]))',
    '    repeated = 1 - len(set(fours)) / len(fours) if fours else np.nan',
    ...(compares
      ? ['    made = features(found)', '    return [len(set(some)), repeated, frechet(held_out, made) if len(made) > 1 else np.nan]']
      : ['    return [len(set(some)), repeated]']),
  ];
}

/** What has to be there before a model is scored, and its scores. */
export function scoreParts(experiment: Experiment): readonly (readonly string[])[] {
  const isRunning = isRunningText(experiment);
  const compared = [FRECHET, isRunning ? features(WORDS, ' ') : features(LINES, String.raw`\n`), ...(isRunning ? [heldOut(experiment)] : [])];
  const compares = comparesPassages(experiment);
  return [['def words(text):', ...wordLines(experiment)], ...(compares ? compared : []), scoreLines(experiment, compares)];
}
