import { controlValues } from '../../store/selectors';
import { useLab } from '../../store/useLab';
import styles from './Controls.module.css';
import { changeNumber, type NumberKeyName, numberSpec, ruleOf } from './KeySlider';
import { NumberField } from './NumberField';
import { When } from './When';

/** A number key without a slider. */
export function KeyNumber({ of: key }: { of: NumberKeyName }) {
  const value = useLab((state) => controlValues(state)[key]);
  const { help, type } = numberSpec(key);
  const rule = ruleOf(key);
  const step = type === 'integer' ? 1 : 0.1;
  const next = (from: number, by: number) => Math.min(rule.max, Math.max(rule.min, Number((from + by * step).toFixed(6))));
  return (
    <div className={styles.row} title={help}>
      <span className={styles.label} aria-hidden="true">
        {rule.name} <When of={key} />
      </span>
      <NumberField rule={rule} value={value} onCommit={(committed) => changeNumber(key, committed)} next={next} />
    </div>
  );
}
