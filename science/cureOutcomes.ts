import { quantile } from '../src/engine/math/quantile';
import type { CureRun, CureRuns, Keys } from './cureRuns';
import type { Finding } from './finding';

const INDEPENDENT = 'an independent implementation';

const RING_SEEDS = [1, 2, 3, 4, 5, 6, 7, 8];
const RING = { model: 'gaussian-mixture', scores: 'recall,modesAlive,shareBias,frechetDistance' };
const RING_LAST = 50;

const DIGIT_SEEDS = [1, 2];
const DIGITS = { model: 'vae', scores: 'recall,confidence' };
const DIGITS_LAST = 10;

const TREATMENTS = ['nothing', 'detector', 'refill', 'archive', 'weights', 'curation', 'monitor'] as const;
type Treatment = (typeof TREATMENTS)[number];

const freshWith = (treatment: Treatment) => `fresh-data-with-${treatment}`;
/** All cures are set; each loop lets one of them act. */
const treated = { loop: TREATMENTS.map(freshWith).join(','), detector: 0.8, monitor: 'recall' };
const RING_WEB = { ...treated, web: '0.98,20,4', archive: 264, realWeight: 0.618, curation: 'density' };
const DIGITS_TREATED = { ...treated, archive: 4000, curation: 'confidence', tolerance: 0.2 };

const SETTINGS = {
  web: { ...RING, ...RING_WEB },
  biasedWeb: { ...RING, ...RING_WEB, bias: 0.8 },
  poison: { ...RING, loop: 'fully-synthetic', detector: 0.95 },
  sixPerCent: { ...RING, loop: 'fully-synthetic', archive: 264, archiveDraw: 16 },
  curated: { ...RING, loop: 'synthetic-augmentation', curation: 'density' },
  wrongAlarm: { ...RING, loop: 'fully-synthetic', monitor: 'frechetDistance', tolerance: 0.1, action: 'rollback' },
  monitored: { ...RING, loop: 'fully-synthetic', monitor: 'recall' },
  stopped: { ...RING, loop: 'fully-synthetic', monitor: 'recall', action: 'stop' },
  digits: { ...DIGITS, ...DIGITS_TREATED, realWeight: 0.9 },
  digitsWeb: { ...DIGITS, ...DIGITS_TREATED, realWeight: 0.618, web: '0.98,5,1' },
  digitsWeighted: { ...DIGITS, loop: 'synthetic-augmentation', realWeight: 0.9 },
  digitsDetector: { ...DIGITS, loop: 'fresh-data', detector: 0.95 },
  digitsArchive: { ...DIGITS, loop: 'fully-synthetic', archive: 1000, archiveDraw: 250 },
  digitsConfident: { ...DIGITS, loop: 'fully-synthetic', curation: 'confidence' },
} as const satisfies Readonly<Record<string, Keys>>;
type Setting = keyof typeof SETTINGS;

const isOfDigits = (setting: Setting) => SETTINGS[setting].model === DIGITS.model;
const lastOf = (setting: Setting) => (isOfDigits(setting) ? DIGITS_LAST : RING_LAST);

/** Each loop of each setting by itself. Those of digits, which take longest, first. */
export const OUTCOME_RUNS: readonly CureRun[] = (Object.keys(SETTINGS) as Setting[])
  .toSorted((a, b) => Number(isOfDigits(b)) - Number(isOfDigits(a)))
  .flatMap((name) =>
    SETTINGS[name].loop.split(',').flatMap((loop) =>
      (isOfDigits(name) ? DIGIT_SEEDS : RING_SEEDS).map((seed) => ({
        name,
        keys: { ...SETTINGS[name], loop, seed },
        replicates: 1,
        generations: [lastOf(name)],
      })),
    ),
  );

const median = (values: readonly number[]) =>
  quantile(
    values.toSorted((a, b) => a - b),
    0.5,
  );

/** At the end of every run of a setting, from the lowest; of a treatment where there are several. */
const atEnd = (runs: CureRuns, setting: Setting, key: string, treatment?: Treatment) =>
  runs.values(setting, treatment ? freshWith(treatment) : SETTINGS[setting].loop, lastOf(setting), key).toSorted((a, b) => a - b);

/** A statement about one value: what has to hold of it. */
interface Outcome {
  readonly what: string;
  readonly setting: Setting;
  readonly treatment?: Treatment;
  readonly key: string;
  readonly least?: number;
  readonly most?: number;
  /** lower than without a cure */
  readonly below?: Treatment;
  /** what the independent implementation has */
  readonly theirs: string;
}

const WEB = 'Ring, web to 0.98';
const OUTCOMES: readonly Outcome[] = [
  { what: 'Ring, fully synthetic, detector 0.95: modes alive', setting: 'poison', key: 'modesAlive', most: 2, theirs: '1.0' },
  { what: `${WEB}, no cure: recall`, setting: 'web', treatment: 'nothing', key: 'recall', least: 0.6, most: 0.95, theirs: '0.79' },
  {
    what: `${WEB}, detector 0.8 that only deletes: recall, lower than without a cure`,
    setting: 'web',
    treatment: 'detector',
    key: 'recall',
    most: 0.6,
    below: 'nothing',
    theirs: '0.38',
  },
  { what: `${WEB}, detector 0.8 with refill: recall`, setting: 'web', treatment: 'refill', key: 'recall', least: 0.85, theirs: '0.91' },
  { what: `${WEB}, archive of 264, 64 drawn: recall`, setting: 'web', treatment: 'archive', key: 'recall', least: 0.9, theirs: '0.94' },
  {
    what: `${WEB}, weight 0.618: recall, lower than without a cure`,
    setting: 'web',
    treatment: 'weights',
    key: 'recall',
    most: 0.7,
    below: 'nothing',
    theirs: '0.53',
  },
  { what: 'Ring, fully synthetic, archive of 264, 16 drawn: recall', setting: 'sixPerCent', key: 'recall', least: 0.78, theirs: '0.85' },
  { what: 'Ring, augmentation, curation by density, 0.5 kept: recall', setting: 'curated', key: 'recall', least: 0.7, theirs: '0.84' },
  { what: 'The same: modes alive', setting: 'curated', key: 'modesAlive', least: 6.5, theirs: '7.2' },
  { what: 'The same: share bias', setting: 'curated', key: 'shareBias', least: 0.5, theirs: '0.65' },
  {
    what: 'Ring, fully synthetic, monitor of the Frechet distance, 0.1, roll back: Frechet distance',
    setting: 'wrongAlarm',
    key: 'frechetDistance',
    most: 0.4,
    theirs: '0.16',
  },
  { what: 'The same: recall', setting: 'wrongAlarm', key: 'recall', most: 0.4, theirs: '0.15' },
  { what: 'Ring, fully synthetic, monitor of recall, 0.15, archive: recall', setting: 'monitored', key: 'recall', least: 0.68, theirs: '0.78' },
  { what: 'The same, stop: recall', setting: 'stopped', key: 'recall', theirs: '0.76 over 20 seeds' },
  { what: 'Digits, augmentation, weight 0.9: recall', setting: 'digitsWeighted', key: 'recall', least: 0.6, theirs: '0.68, 0.66' },
  { what: 'Digits, fresh data, weight 0.9: recall', setting: 'digits', treatment: 'weights', key: 'recall', least: 0.6, theirs: '0.69, 0.71' },
  { what: 'Digits, fully synthetic, archive of 1000, 250 drawn: recall', setting: 'digitsArchive', key: 'recall', most: 0.05, theirs: '0.00' },
  { what: 'Digits, fresh data, detector 0.95: recall', setting: 'digitsDetector', key: 'recall', least: 0.65, theirs: '0.71, 0.79' },
  {
    what: 'Digits, fully synthetic, curation by confidence, 0.5 kept: confidence',
    setting: 'digitsConfident',
    key: 'confidence',
    least: 0.9,
    theirs: '0.95',
  },
  { what: 'The same: recall', setting: 'digitsConfident', key: 'recall', most: 0.02, theirs: '0.00' },
  { what: 'Digits, web to 0.98, no cure: recall', setting: 'digitsWeb', treatment: 'nothing', key: 'recall', most: 0.05, theirs: '0.00' },
  {
    what: 'Digits, web to 0.98, weight 0.618: recall',
    setting: 'digitsWeb',
    treatment: 'weights',
    key: 'recall',
    least: 0.4,
    theirs: '0.45, 0.62, 0.56',
  },
];

const twoDigits = (value: number) => value.toFixed(2);

/** It has to hold of the median over the seeds, as the references have it; of digits every seed is told. */
function outcomeFinding({ what, setting, treatment, key, least, most, below, theirs }: Outcome, runs: CureRuns): Finding {
  const all = atEnd(runs, setting, key, treatment);
  const judged = median(all);
  const rules = [
    ...(least === undefined ? [] : [{ text: `at least ${least}`, missed: least - judged }]),
    ...(most === undefined ? [] : [{ text: `at most ${most}`, missed: judged - most }]),
    ...(below === undefined ? [] : [{ text: 'below no cure', missed: judged - median(atEnd(runs, setting, key, below)) }]),
  ];
  const seeds = `generation ${lastOf(setting)}, median of seeds 1 to ${all.length}`;
  return {
    what: `${what}: ${(isOfDigits(setting) ? all : [judged]).map(twoDigits).join(', ')}`,
    against: `${INDEPENDENT}: ${theirs}${rules.length > 0 ? `; ${rules.map(({ text }) => text).join(', ')}` : ''}`,
    cases: all.length,
    worst: Math.max(0, ...rules.map(({ missed }) => missed)),
    limit: rules.length > 0 ? 0 : null,
    unit: `beyond the bound (${seeds})`,
    reason: rules.length > 0 ? 'bounds set before, from what other seeds did there' : 'no bound was set',
  };
}

export const outcomeFindings = (runs: CureRuns): Finding[] => OUTCOMES.map((outcome) => outcomeFinding(outcome, runs));

const IN_WORDS: Readonly<Record<Treatment, string>> = {
  nothing: 'none',
  detector: 'detector 0.8, deletes',
  refill: 'detector 0.8, refill',
  archive: 'archive (ring 264, 64 drawn; digits 4000, 1000 drawn)',
  weights: 'weight 0.618 (digits, fresh data: 0.9)',
  curation: 'curation, 0.5 kept (density; digits: confidence)',
  monitor: 'monitor of recall, archive (0.15; digits 0.2)',
};

/** Diseases by column, with what the independent implementation has of them; nothing where it has no such run. */
const DISEASES: readonly { readonly head: string; readonly setting: Setting; readonly theirs: Readonly<Partial<Record<Treatment, string>>> }[] = [
  {
    head: 'noise: ring, web to 0.98, λ = 1',
    setting: 'web',
    theirs: { nothing: '0.79', detector: '0.41', refill: '0.92', archive: '0.95', weights: '0.48' },
  },
  {
    head: 'bias: ring, web to 0.98, λ = 0.8',
    setting: 'biasedWeb',
    theirs: { nothing: '0.28', detector: '0.30', refill: '0.69', archive: '0.83' },
  },
  {
    head: 'bias: digits, fresh data',
    setting: 'digits',
    theirs: {
      nothing: '0.35, 0.39',
      detector: '0.68, 0.68',
      refill: '0.60, 0.65',
      archive: '0.52',
      weights: '0.69, 0.71',
      curation: '0.45, 0.46',
      monitor: '0.50',
    },
  },
  {
    head: 'bias: digits, web to 0.98',
    setting: 'digitsWeb',
    theirs: { nothing: '0.00', detector: '0.02', refill: '0.01', archive: '0.18, 0.21', weights: '0.45, 0.62, 0.56' },
  },
];

function tableCell({ setting, theirs }: (typeof DISEASES)[number], treatment: Treatment, runs: CureRuns): string {
  const all = atEnd(runs, setting, 'recall', treatment);
  const own = isOfDigits(setting)
    ? all.map(twoDigits).join(', ')
    : `${twoDigits(median(all))} [${twoDigits(all[0])}, ${twoDigits(all.at(-1) as number)}]`;
  return theirs[treatment] === undefined ? own : `${own} / ${theirs[treatment]}`;
}

/** What each cure alone does against each disease: recall at the end. */
export function treatmentTable(runs: CureRuns): string {
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [
    '### One cure at a time\n',
    `Recall in generation ${RING_LAST} of the ring (median of seeds 1 to 8 [lowest, highest]) and in generation ${DIGITS_LAST} of digits (seeds 1, 2, the lower one first); behind the stroke what ${INDEPENDENT} has, of other seeds.`,
    'Where few samples are the disease (noise), a cure that deletes makes it worse, and so does a high weight on a few real samples. Where every generation loses something however many there are (bias), the weight of real data decides; of digits, deleting does about as much as refilling. The biased ring of few samples has both diseases.\n',
    row(['cure', ...DISEASES.map(({ head }) => head)]),
    row(['---', ...DISEASES.map(() => '---')]),
    ...TREATMENTS.map((treatment) => row([IN_WORDS[treatment], ...DISEASES.map((disease) => tableCell(disease, treatment, runs))])),
  ].join('\n');
}
