import { catalogue } from '../../engine/catalogue';
import { experimentOnScreen } from '../../store/selectors';
import { useLab } from '../../store/useLab';
import { Pane } from './Pane';
import styles from './Samples.module.css';

export function Samples() {
  const chosen = useLab((state) => experimentOnScreen(state).loop);
  const loops = catalogue.loops.filter(({ id }) => chosen.includes(id));
  return (
    <section id="samples" tabIndex={-1} className={styles.panes} aria-label="Samples" data-panes={loops.length}>
      <h2 className="visuallyHidden">Samples</h2>
      {loops.map((loop) => (
        <Pane key={loop.id} loop={loop} />
      ))}
    </section>
  );
}
