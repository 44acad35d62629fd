import { MEASUREMENTS, measuredText } from '../text/presetReadings';
import type { Published } from '../text/presets';
import styles from './Presets.module.css';

/** What the source says and what we measured, beside each other. */
export function PresetFacts({ published: { id, source, says, differs, readings } }: { published: Published }) {
  return (
    <dl className={styles.facts}>
      <div>
        <dt>{source}</dt>
        <dd>{says}</dd>
      </div>
      <div>
        <dt>Measured here</dt>
        <dd>{measuredText(readings, MEASUREMENTS[id])}</dd>
      </div>
      {differs !== undefined && (
        <div>
          <dt>What differs</dt>
          <dd>{differs}</dd>
        </div>
      )}
    </dl>
  );
}
