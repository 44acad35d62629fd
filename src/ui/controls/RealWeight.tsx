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
const RULE = { name: `${label}, as a number`, min: 0.01, max: 0.99, whole: false };
const SCALE = linearScale(RULE.min, RULE.max, 0.01);
/** Where a number begins: as much as all synthetic samples together. */
const FIRST = 0.5;
const NUMBER = 'number';

const change = (realWeight: 'count' | 'optimal' | number) => labStore.getState().change({ realWeight });

/** The weight of real data: as many as they are, worked out, or a number. */
export function RealWeight() {
  const weight = useLab((state) => controlValues(state).realWeight);
  const isNumber = typeof weight === 'number';
  return (
    <>
      <div className={styles.row}>
        <span className={styles.label}>
          <ExplainKey of="realWeight" label={label} /> <When of="realWeight" />
        </span>
        <Changeable>
          <select
            aria-label={label}
            className={styles.select}
            value={isNumber ? NUMBER : weight}
            onChange={({ target: { value } }) => change(value === 'count' || value === 'optimal' ? value : FIRST)}
          >
            <option value="count">By count</option>
            <option value="optimal">Optimal against noise</option>
            <option value={NUMBER}>A number</option>
          </select>
        </Changeable>
      </div>
      {isNumber && <Slider scale={SCALE} rule={RULE} value={weight} onCommit={change} label="All real samples together" />}
    </>
  );
}
