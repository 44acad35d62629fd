import { SCHEMA } from '../../engine/experiment';
import { labStore } from '../../store/labStore';
import { controlValues } from '../../store/selectors';
import { useLab } from '../../store/useLab';
import { ExplainKey } from '../explain/ExplainKey';
import { Changeable } from '../view/Setting';
import styles from './Controls.module.css';
import { Slider } from './Slider';
import { linearScale } from './scale';
import { When } from './When';

const { label } = SCHEMA.realWeight;
const RULE = { name: 'Share of the weight', min: 0.01, max: 0.99, whole: false };
const SCALE = linearScale(RULE.min, RULE.max, 0.01);
/** Where a number begins: as much as all synthetic samples together. */
const FIRST = 0.5;
const NUMBER = 'number';

const change = (realWeight: 'count' | 'optimal' | number) => labStore.getState().change({ realWeight });

/** The weight of real data: as many as they are, worked out, or a number. */
export function RealWeight() {
  const chosen = useLab((state) => {
    const { realWeight } = controlValues(state);
    return typeof realWeight === 'number' ? NUMBER : realWeight;
  });
  return (
    <div className={`${styles.row} ${styles.choice}`}>
      <span className={styles.label}>
        <ExplainKey of="realWeight" label={label} /> <When of="realWeight" />
      </span>
      <Changeable>
        <select
          aria-label={label}
          className={styles.select}
          value={chosen}
          onChange={({ target: { value } }) => change(value === 'count' || value === 'optimal' ? value : FIRST)}
        >
          <option value="count">By count</option>
          <option value="optimal">Optimal against noise</option>
          <option value={NUMBER}>A number</option>
        </select>
      </Changeable>
    </div>
  );
}

/** That number; nothing where it is none. */
export function WeightSlider() {
  const weight = useLab((state) => controlValues(state).realWeight);
  return typeof weight === 'number' && <Slider scale={SCALE} rule={RULE} value={weight} onCommit={change} />;
}
