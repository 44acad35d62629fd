import { useStore } from 'zustand';
import { quantile } from '../../engine/math/quantile';
import { number, percent, span } from '../../format';
import { readingOf, type Seen, verdictOn } from '../../lessons/checks';
import { bandOf, bandsOf, curveOf, isOfDesk, measuredAt, runNameOf, seenBy } from '../../lessons/collect/runsOfClass';
import { curvesOf, type Given, numbersOf, ordersOf, sharesOf, takenIn } from '../../lessons/collect/tally';
import { textOf } from '../../lessons/gap';
import type { Prediction, Step } from '../../lessons/lesson';
import { begin, type Predicted } from '../../lessons/work';
import { Bars } from './Bars';
import styles from './Collect.module.css';
import { CurvesPicture } from './CurvesPicture';
import { type ClassHere, runOfClass } from './classHere';
import { classRuns } from './collectStore';
import { DotPlot } from './DotPlot';

interface PictureProps<Type extends Prediction['type']> {
  readonly here: ClassHere;
  readonly step: Step;
  readonly part: Extract<Prediction, { type: Type }>;
  readonly given: readonly Given<Predicted>[];
  readonly isShown: boolean;
}

const COMING = 'The run is being computed.';

/** What the run that all desks have says of a step. */
function useSeen({ lesson, edition }: ClassHere, step: Step): Seen {
  useStore(classRuns);
  return seenBy(lesson, begin(lesson, edition), runOfClass(lesson))(step);
}

export function Choose({ here, step, part, given, isShown }: PictureProps<'choose'>) {
  const seen = useSeen(here, step);
  const verdicts = part.options.map(({ id, holds }) => ({ id, value: holds ? verdictOn(holds, seen).value : null }));
  const isKnown = verdicts.every(({ value }) => value !== null);
  const so = verdicts.flatMap(({ id, value }) => (value ? [id] : []));
  return (
    <>
      <Bars name={part.ask} shares={sharesOf(part.options, takenIn(given))} of={given.length} so={isShown && isKnown ? so : []} />
      {isShown && (
        <p role="status" className={styles.said}>
          {isKnown ? (so.length === 0 ? 'By the run it is so for none of them.' : '') : COMING}
        </p>
      )}
    </>
  );
}

export function Order({ here, step, part, given, isShown }: PictureProps<'order'>) {
  const seen = useSeen(here, step);
  const { first, orders } = ordersOf(part, given);
  const values = part.items.map(({ id, is }) => ({ id, value: readingOf(is, seen).value }));
  const isKnown = values.every(({ value }) => value !== null);
  const run = new Map(values.map(({ id, value }) => [id, value === null ? '' : `The run: ${number(value)}.`]));
  const common = orders.filter(({ count }) => count === orders[0].count);
  return (
    <>
      <Bars name="Put first by" shares={first} of={given.length} {...(isShown && isKnown && { beside: run })} />
      {isShown && !isKnown && (
        <p role="status" className={styles.said}>
          {COMING}
        </p>
      )}
      {common.length > 0 && (
        <p>
          Bars: how many put it first. {common.length === 1 ? 'The most common order' : `${common.length} orders are the most common ones`},{' '}
          {common[0].count} of {given.length}
          {common.length > 1 && ' each'}:{' '}
          {common
            .slice(0, 3)
            .map(({ ids }) => ids.map((id) => textOf(part.items, id)).join(' – '))
            .join('; ')}
          {common.length > 3 && '; …'}.
        </p>
      )}
    </>
  );
}

const middle = (values: readonly number[]): number =>
  quantile(
    [...values].sort((a, b) => a - b),
    0.5,
  );

function spreadWords(given: readonly Given<number>[]): string {
  const values = given.map(({ answer }) => answer);
  if (values.length === 0) return 'none';
  return `${values.length}, median ${number(middle(values))}, from ${span(Math.min(...values), Math.max(...values))}`;
}

/** What each desk's own run gives, and why some give nothing. */
function useMeasured({ lesson, pupils }: ClassHere, step: Step, part: Extract<Prediction, { type: 'number' }>) {
  const runs = useStore(classRuns, (state) => state.runs);
  const found = pupils.map(({ label, work }) => ({ label, told: measuredAt(lesson, step, part.is, work, runOfClass(lesson)) }));
  const measured = found.flatMap(({ label, told: { value } }) => (value === null ? [] : [{ label, answer: value }]));
  const why = new Map<string, number>();
  for (const { told } of found) if (told.value === null) why.set(told.why, (why.get(told.why) ?? 0) + 1);
  const isComing = [...runs].some(([name, run]) => name.startsWith(`${lesson.id} `) && !run.isWhole && run.problem === null);
  return { measured, why: [...why].map(([words, count]) => `${count} without: ${words}`), isComing };
}

export function OneNumber({ here, step, part, given, isShown }: PictureProps<'number'>) {
  const seen = useSeen(here, step);
  const { measured, why, isComing } = useMeasured(here, step, part);
  const name = runNameOf(here.lesson, step, part.is);
  const isEach = name !== undefined && isOfDesk(here.lesson, name);
  const numbers = numbersOf(given);
  const run = isEach ? null : readingOf(part.is, seen).value;
  const band = bandOf(here.lesson, step, part.is, here.expected);
  const predicted = `Predicted: ${spreadWords(numbers)}.`;
  const own = `Measured, each desk in its own run: ${spreadWords(measured)}.${why.length > 0 ? ` ${why.join('; ')}.` : ''}`;
  const said = isEach ? own : run === null ? COMING : `The run gives ${number(run)}.`;
  const seeds = band === null ? '' : ` Of seeds 1 to 20 nine of ten give ${span(...band)}: the grey band.`;
  const words = [predicted, ...(isShown ? [said + seeds] : [])].join(' ');
  return (
    <>
      <DotPlot
        words={words}
        rows={[{ name: 'predicted', dots: numbers }, ...(isEach && isShown ? [{ name: 'measured', dots: measured }] : [])]}
        between={part.between}
        run={isShown ? run : null}
        band={isShown ? band : null}
      />
      <p>{predicted}</p>
      {isShown && (
        <p role="status" className={styles.said}>
          {isEach && isComing ? `${COMING} ` : ''}
          {said}
          {seeds}
        </p>
      )}
      <details className={styles.fold}>
        <summary>As a table</summary>
        <table className={styles.small}>
          <thead>
            <tr>
              <th scope="col">Desk</th>
              <th scope="col">Predicted</th>
              {isEach && isShown && <th scope="col">Measured</th>}
            </tr>
          </thead>
          <tbody>
            {here.pupils.map(({ label }) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                <td>{cellOf(numbers, label)}</td>
                {isEach && isShown && <td>{cellOf(measured, label)}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </>
  );
}

function cellOf(given: readonly Given<number>[], label: string): string {
  const found = given.find((one) => one.label === label);
  return found ? number(found.answer) : '–';
}

export function Sketch({ here, step, part, given, isShown }: PictureProps<'sketch'>) {
  const seen = useSeen(here, step);
  const curves = curvesOf(part, given);
  const median = part.x.map((_, at) => (curves.length === 0 ? 0 : middle(curves.map(({ answer }) => answer[at]))));
  const isEach = isOfDesk(here.lesson, runNameOf(here.lesson, step, part) ?? '');
  const own = here.pupils.map(({ work }) => curveOf(part, seenBy(here.lesson, work, runOfClass(here.lesson))(step)));
  const runs = (isEach ? own : [curveOf(part, seen)]).filter((points) => points.length > 1);
  const bands = bandsOf(here.lesson, step, part, here.expected);
  const last = part.x.length - 1;
  const end = runs[0]?.[runs[0].length - 1];
  const sketched = `${curves.length} sketches, thin; dashed their median${curves.length > 0 ? `, ${number(median[0])} at generation ${part.x[0]} and ${number(median[last])} at ${part.x[last]}` : ''}.`;
  const gives = isEach ? 'Thick: the run of each desk.' : end && `Thick: the run, ${number(runs[0][0].value)} and ${number(end.value)}.`;
  const said = end ? `${gives}${bands.length > 0 ? ' Grey: nine of ten of the seeds 1 to 20.' : ''}` : COMING;
  return (
    <>
      <CurvesPicture
        part={part}
        words={[sketched, ...(isShown ? [said] : [])].join(' ')}
        curves={curves}
        median={median}
        runs={isShown ? runs : []}
        bands={isShown ? bands : []}
      />
      <p>{sketched}</p>
      {isShown && (
        <p role="status" className={styles.said}>
          {said}
        </p>
      )}
    </>
  );
}

/** How sure they were. */
export function Sureness({ counts, words }: { counts: readonly number[]; words: readonly string[] }) {
  const all = counts.reduce((sum, count) => sum + count, 0);
  if (all === 0) return null;
  return <p>How sure: {words.map((word, at) => `${word} ${counts[at]} (${percent(counts[at] / all)})`).join(' · ')}.</p>;
}
