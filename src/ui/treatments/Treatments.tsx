import { useMemo } from 'react';
import { number, percent } from '../../format';
import { experimentOnScreen, runOf } from '../../store/selectors';
import { useLab } from '../../store/useLab';
import tables from '../forms/Tables.module.css';
import { Mark } from '../Mark';
import { framesOf, shownOf } from '../runs';
import { shortName } from '../text/loopNames';
import styles from './Treatments.module.css';
import { AS_GOOD, FATE_WORDS, limitsOf, type Verdict, verdictSentence, verdictsOf, watchedIn } from './verdicts';

const value = (score: number | null) => (score === null ? '–' : number(score));

function Scores({ of: { first, now } }: { of: Verdict['watched'] }) {
  return (
    <td>
      {value(first)} → {value(now)}
    </td>
  );
}

/** Which treatment held, at what cost, and which only looks as if it did: by the numbers of this run. */
export default function Treatments() {
  const experiment = useLab(experimentOnScreen);
  const all = useLab(framesOf);
  const shown = useLab(shownOf);
  const noise = useLab((state) => runOf(state)?.noise ?? null);
  const frames = useMemo(() => all.slice(0, shown), [all, shown]);
  if (frames.length < 2) return <p className={styles.words}>Run it: then it stands here which treatment held, and what that took.</p>;
  const watched = watchedIn(experiment);
  const limits = limitsOf(noise, watched);
  const verdicts = verdictsOf(frames, experiment, limits);
  const many = experiment.replicates > 1 ? ` Medians of ${experiment.replicates} replicates; costs are those of replicate 1.` : '';
  return (
    <>
      <p className={styles.verdict}>
        {verdictSentence(verdicts, shortName)}{' '}
        <span className={styles.words}>
          Generation {frames.length} against generation 1.{many}
        </span>
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
      <section className={styles.scroll} aria-label="Treatments" tabIndex={0}>
        <table className={tables.table}>
          <thead>
            <tr>
              <th scope="col">Treatment</th>
              <th scope="col">Verdict</th>
              <th scope="col">{watched.name}</th>
              <th scope="col">Precision</th>
              <th scope="col">Share bias</th>
              <th scope="col">What it took</th>
            </tr>
          </thead>
          <tbody>
            {verdicts.map((verdict) => (
              <tr key={verdict.loop}>
                <th scope="row">
                  <Mark loop={verdict.loop} /> {verdict.name}
                </th>
                <td>{verdict.fate ? FATE_WORDS[verdict.fate] : 'can’t be said'}</td>
                <Scores of={verdict.watched} />
                <Scores of={verdict.precision} />
                <Scores of={verdict.shareBias} />
                <td className={styles.cost}>{verdict.cost}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <p className={styles.words}>
        Held: {watched.name.toLowerCase()} fell by no more than {watched.isPart ? percent(limits.loss) : number(limits.loss)}, and the shares are off
        by no more than {number(limits.bias)} beyond generation 1. It only looks as if it held where one of these is not so while precision stays
        within {number(AS_GOOD)} of what it was.
      </p>
    </>
  );
}
