/** The n-gram in Python. */
import { isRunningText } from '../../engine/chosen';
import type { Experiment } from '../../engine/experiment';
import { lines } from '../lines';
import { byWords } from './chosen';

/** Letters of a name, and of a line of one's own: where a longer one is cut. */
export const widthOf = ({ dataset }: Pick<Experiment, 'dataset'>): number => (dataset === 'names' ? 20 : 60);

const NGRAM = [
  lines`
    # --- the model: an n-gram, which counts what follows each context of up to ORDER symbols
    def fit(text, smoothing):
        circle, follows = text[len(text) - ORDER:] + text, defaultdict(Counter)  # the last symbols stand before the first
        for end in range(ORDER, len(circle)):
            for start in range(end - ORDER, end + 1):
                follows[circle[start:end]][circle[end]] += 1
        return circle, follows, smoothing`,
  lines`
    def chances(counts, bias):
        """Symbols, their counts to the power 1 / bias, summed up, and how many were counted."""
        symbols = sorted(counts)
        most = max(symbols, key=counts.get)
        powers = [(counts[s] / counts[most]) ** (1 / bias) if bias > 0 else s == most for s in symbols]
        return symbols, list(accumulate(powers)), sum(counts.values())`,
  lines`
    def write(model, bias):
        """Symbols without end. The longest context decides what comes next; the less it was seen, the sooner a shorter one."""
        circle, follows, smoothing = model
        place, known = random.randrange(len(circle) - ORDER), {}
        context = circle[place:place + ORDER]
        while True:
            symbol = random.choice(ALPHABET)
            for past in (context[start:] for start in range(ORDER + 1)):
                if past in follows:
                    if past not in known:
                        known[past] = chances(follows[past], bias)
                    symbols, heights, n = known[past]
                    if random.random() * (n + smoothing) >= smoothing:
                        symbol = random.choices(symbols, cum_weights=heights)[0]
                        break
            yield symbol
            context = (context + (symbol,))[1:]`,
];

const linesOfText = (width: number): readonly string[] => lines`
  def sample(model, n, bias):
      """So many lines; one that goes on beyond ${width} letters ends there."""
      symbols, text = write(model, bias), []
      for _ in range(n):
          line = islice(takewhile(lambda symbol: symbol != '\n', symbols), ${width + 1})
          text += list(line)[:${width}] + ['\n']
      return tuple(text)`;

const WORDS = lines`
  def sample(model, n, bias):
      return tuple(islice(write(model, bias), n))`;

const LETTERS = lines`
  def sample(model, n, bias):
      return tuple(islice(write(model, bias), round(n * len(first) / INITIAL)))  # letters: so many that n real ones have`;

export const modelParts = (experiment: Experiment): readonly (readonly string[])[] => [
  ...NGRAM,
  !isRunningText(experiment) ? linesOfText(widthOf(experiment)) : byWords(experiment) ? WORDS : LETTERS,
];
