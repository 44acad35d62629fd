import { controlValues } from '../../store/selectors';
import { useLab } from '../../store/useLab';
import { ExplainKey } from '../explain/ExplainKey';
import { Changeable } from '../view/Setting';
import styles from './Controls.module.css';
import { changeNumber, type NumberKeyName, numberSpec, ruleOf } from './KeySlider';
import { NumberField } from './NumberField';
import { When } from './When';

/** A number key without a slider. */
export function KeyNumber({ of: key }: { of: NumberKeyName }) {
  const value = useLab((state) => controlValues(state)[key]);
  const { type } = numberSpec(key);
  const rule = ruleOf(key);
  const step = type === 'integer' ? 1 : 0.1;
  const next = (from: number, by: number) => Math.min(rule.max, Math.max(rule.min, Number((from + by * step).toFixed(6))));
  return (
    <div className={styles.row}>
      <span className={styles.label}>
        <ExplainKey of={key} label={rule.name} />{' '}
        <span aria-hidden="true">
          <When of={key} />
        </span>
      </span>
      <Changeable>
        <NumberField rule={rule} value={value} onCommit={(committed) => changeNumber(key, committed)} next={next} />
      </Changeable>
    </div>
  );
}
