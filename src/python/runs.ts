/** The loops themselves in Python, of points and of text. */
import { lines } from './lines';

interface Parts {
  /** that draws the first real samples, and new ones later */
  readonly first: string;
  readonly fresh: string;
  /** that makes one training set of several sets */
  readonly pooled: (sets: string) => string;
  /** what `fit` takes beside the first training set, and beside later ones */
  readonly fitFirst: string;
  readonly fitNow: string;
  /** lines of a replicate before and behind its first real samples, at the end of a generation; `start`: what a loop starts with beside the rest */
  readonly before?: readonly string[];
  readonly behind: readonly string[];
  readonly start?: readonly [name: string, value: string];
  readonly end?: readonly string[];
}

const indented = (by: number, some: readonly string[] = []): readonly string[] => some.map((line) => `${' '.repeat(by)}${line}`);

export const runLines = ({
  first,
  fresh,
  pooled,
  fitFirst,
  fitNow,
  before,
  behind,
  start: [place, where] = ['', ''],
  end,
}: Parts): readonly string[] => [
  'results = {name: [] for name in LOOPS}',
  'for _ in range(REPLICATES):  # all loops share the first real samples, the held-out ones, and the first model',
  ...indented(4, [...(before ?? []), `first = ${first}`, ...behind]),
  ...indented(
    4,
    lines`
      first_model = fit(first, ${fitFirst})
      first_scores = scores(first_model, SETTINGS['bias'], held_out)
      for name, kept in LOOPS.items():
          model, rows, now, past${place} = first_model, [first_scores], dict(SETTINGS), []${where}`,
  ),
  ...indented(
    8,
    lines`
      for t in range(2, GENERATIONS + 1):
          now.update(CHANGES.get(t, {}))
          past.append(sample(model, now['synthetic'], now['bias']))
          data = [first] if kept == 'first' else [${fresh}] if kept == 'new' else []
          data += past if now['memory'] == 'all' else past[-1:]
          model = fit(${pooled('data')}, ${fitNow})
          rows.append(scores(model, now['bias'], held_out))`,
  ),
  ...indented(12, end),
  '        results[name].append(rows)',
];
