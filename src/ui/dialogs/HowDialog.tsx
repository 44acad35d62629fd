import { catalogue } from '#catalogue';
import { experimentOnScreen } from '../../store/selectors';
import { useLab } from '../../store/useLab';
import { PAPERS } from '../text/papers';
import { Dialog } from './Dialog';
import styles from './Dialog.module.css';

/** Definitions of loops, models and scores, from the registries. */
export function HowDialog() {
  const { model } = useLab(experimentOnScreen);
  const kind = catalogue.models.find(({ id }) => id === model)?.kind ?? 'points';
  return (
    <Dialog title="How this is computed">
      <p>
        Generation 1 is trained on real data alone. Every later model is trained from scratch on a training set that its loop puts together. Each
        generation is scored against real data that no model has seen. The same link on the same kind of processor gives the same numbers.
      </p>
      <h3>Loops</h3>
      <dl className={styles.terms}>
        {catalogue.loops.map(({ id, name, summary }) => (
          <div key={id} style={{ display: 'contents' }}>
            <dt>{name}</dt>
            <dd>{summary}</dd>
          </div>
        ))}
      </dl>
      <h3>Models</h3>
      <dl className={styles.terms}>
        {catalogue.models.map(({ id, name, summary, bias }) => (
          <div key={id} style={{ display: 'contents' }}>
            <dt>{name}</dt>
            <dd>
              <p>{summary}</p>
              <p>Sampling bias: {bias}</p>
            </dd>
          </div>
        ))}
      </dl>
      <h3>Data</h3>
      <dl className={styles.terms}>
        {catalogue.datasets.map(({ id, name, summary }) => (
          <div key={id} style={{ display: 'contents' }}>
            <dt>{name}</dt>
            <dd>{summary}</dd>
          </div>
        ))}
      </dl>
      <h3>Scores</h3>
      <dl className={styles.terms}>
        {catalogue.metrics
          .filter(({ kinds }) => kinds.includes(kind))
          .map(({ id, name, meaning, formula, trap, source }) => (
            <div key={id} style={{ display: 'contents' }}>
              <dt>{name}</dt>
              <dd>
                <p>{meaning}</p>
                <p>{formula}</p>
                {trap !== '' && <p>Beware: {trap}</p>}
                <p>Source: {source}</p>
              </dd>
            </div>
          ))}
      </dl>
      <h3>Papers</h3>
      <ul>
        {PAPERS.map(({ title, by, address }) => (
          <li key={address}>
            <a href={address}>{title}</a> <span className={styles.mute}>{by}</span>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
