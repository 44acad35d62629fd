import { loopsOf } from '../../engine/loops/named';
import { experimentOnScreen } from '../../store/selectors';
import { useLab } from '../../store/useLab';
import { viewOf } from '../kinds';
import { Pane } from './Pane';
import styles from './Samples.module.css';
import signs from './Signs.module.css';

/** Signs that stand on the samples, told once for all panes. */
function Legend() {
  const experiment = useLab(experimentOnScreen);
  const told = viewOf(experiment).legend?.(experiment) ?? [];
  if (told.length === 0) return null;
  return (
    <p className={styles.legend}>
      {told.map(({ sign, words }) => (
        <span key={sign}>
          <span className={`${styles.sign} ${signs[sign]}`} data-sign={sign}>
            {sign}
          </span>{' '}
          {words}
        </span>
      ))}
    </p>
  );
}

export function Samples() {
  const chosen = useLab((state) => experimentOnScreen(state).loop);
  const loops = loopsOf({ loop: chosen });
  // as a text: another list each time would be news
  const kept = useLab((state) => state.kept?.experiment.loop.join() ?? '').split(',');
  /** Loops of the kept run that stand in a pane: its own, and in the last one those that have no pane. */
  const keptIn = (pane: string) => loopsOf({ loop: kept }).filter(({ id }) => id === pane || (pane === loops.at(-1)?.id && !chosen.includes(id)));
  return (
    <section id="samples" tabIndex={-1} aria-label="Samples">
      <h2 className="visuallyHidden">Samples</h2>
      <div className={styles.panes} data-panes={loops.length}>
        {loops.map((loop) => (
          <Pane key={loop.id} loop={loop} kept={keptIn(loop.id)} />
        ))}
      </div>
      <Legend />
    </section>
  );
}
