import { useId, useState } from 'react';
import { modelOf } from '../../engine/chosen';
import type { MetricDescription } from '../../engine/descriptions';
import { experimentOnScreen } from '../../store/selectors';
import { useLab } from '../../store/useLab';
import styles from './Charts.module.css';
import { metricsOf, rankedOf, truthsOf } from './metricsOf';
import { ScoreChart } from './ScoreChart';

interface ScoresProps {
  /** stands before all others */
  readonly lead?: MetricDescription | null;
  /** how many charts stand open, the others one click away */
  readonly first?: number;
  /** one that stands elsewhere */
  readonly besides?: string | undefined;
}

export function Scores({ first = Number.POSITIVE_INFINITY, besides, lead = null }: ScoresProps) {
  const elsewhere = besides ?? lead?.id;
  const experiment = useLab(experimentOnScreen);
  const nameId = useId();
  const [more, setMore] = useState(false);
  const metrics = metricsOf(experiment).filter(({ id }) => experiment.scores.includes(id) && id !== elsewhere);
  const truths = truthsOf(experiment).filter(({ id }) => id !== elsewhere);
  const sorted = rankedOf(metrics);
  const ranked = [...(lead ? [lead] : []), ...sorted].slice(0, first);
  const others = [...sorted.slice(ranked.length - (lead ? 1 : 0)), ...metrics.filter(({ rank }) => rank === null)];
  return (
    <section className={styles.scores} aria-labelledby={nameId}>
      <h2 id={nameId} className="visuallyHidden">
        {besides === undefined ? 'Scores' : 'Other curves'}
      </h2>
      {metrics.length === 0 && elsewhere === undefined && <p>No scores are computed in this experiment.</p>}
      <div className={styles.charts} data-four={ranked.length % 4 === 0} data-few={Number.isFinite(first)}>
        {ranked.map((metric) => (
          <ScoreChart key={metric.id} metric={metric} />
        ))}
      </div>
      {others.length > 0 && (
        <details className={styles.more} open={more} onToggle={(event) => setMore(event.currentTarget.open)}>
          <summary>More scores</summary>
          {more && (
            <div className={styles.charts}>
              {others.map((metric) => (
                <ScoreChart key={metric.id} metric={metric} />
              ))}
            </div>
          )}
        </details>
      )}
      {truths.length > 0 && <Truths key={truths.map(({ id }) => id).join(' ')} truths={truths} />}
    </section>
  );
}

/** Exact values of the models, with what theory expects of them: open from the start where theory is the story. */
function Truths({ truths }: { truths: readonly MetricDescription[] }) {
  const gaussian = useLab((state) => modelOf(experimentOnScreen(state)).isOneGaussian === true);
  const replicates = useLab((state) => experimentOnScreen(state).replicates);
  const [open, setOpen] = useState(gaussian);
  return (
    <details className={styles.more} open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>Exact values and theory</summary>
      {open && (
        <>
          <p className={styles.lead}>
            Read from each fitted model before its sampling bias, not from samples of it: no evaluation noise. Thick lines are{' '}
            {replicates > 1 ? `the median of ${replicates} runs` : 'this run'}, thin ones what theory expects, where it is known.
          </p>
          <div className={styles.charts}>
            {truths.map((truth) => (
              <ScoreChart key={truth.id} metric={truth} />
            ))}
          </div>
        </>
      )}
    </details>
  );
}
