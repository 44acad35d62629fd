import { type Experiment, KEYS, type Key, SCHEMA } from '../../engine/experiment';
import { specOf } from '../../engine/keyText';
import { useLab } from '../../store/useLab';
import styles from './Controls.module.css';
import { KeyNumber } from './KeyNumber';
import { type ChoiceKeyName, KeySelect } from './KeySelect';
import { isNumber } from './KeySlider';

/** What has a place of its own, and its parts. */
const ELSEWHERE: readonly Key[] = ['points', 'text', 'form', 'unit', 'smoothing'];

/** Whatever else a dataset or a model brings, but for cures; then what every experiment has. */
const ADVANCED: readonly Key[] = [
  ...KEYS.filter((key) => specOf(key).owner && !specOf(key).cure && !ELSEWHERE.includes(key)),
  'evaluation',
  'k',
  'backend',
];

const applying = (draft: Experiment) => ADVANCED.filter((key) => SCHEMA[key].applies(draft)).join(' ');

export function Advanced({ open, onToggle }: { open: boolean; onToggle: (open: boolean) => void }) {
  const keys = useLab(({ draft }) => applying(draft)).split(' ') as Key[];
  return (
    <details className={styles.advanced} open={open} onToggle={(event) => onToggle(event.currentTarget.open)}>
      <summary>Advanced</summary>
      {open && keys.map((key) => (isNumber(key) ? <KeyNumber key={key} of={key} /> : <KeySelect key={key} of={key as ChoiceKeyName} />))}
    </details>
  );
}
