import type { Brief } from '../../presets/preset';
import { MEASURED_LEGEND, MEASUREMENTS, measuredText } from '../../presets/readings';
import { wholePreset } from '../../presets/wholePreset';
import styles from './PresetNote.module.css';

/** What the source says and what we measured, beside each other, and how to read it. */
export default function PresetFacts({ preset }: { preset: Brief }) {
  const { published } = wholePreset(preset);
  if (!published) return null;
  const { id, source, says, differs, readings } = published;
  return (
    <dl className={styles.facts}>
      <div>
        <dt>{source}</dt>
        <dd>{says}</dd>
      </div>
      <div>
        <dt>Measured here</dt>
        <dd>
          {measuredText(readings, MEASUREMENTS[id])}
          {` ${MEASURED_LEGEND}`}
        </dd>
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
