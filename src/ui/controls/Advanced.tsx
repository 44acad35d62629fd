import { type Experiment, type Key, type KeySpec, SCHEMA } from '../../engine/experiment';
import { useLab } from '../../store/useLab';
import styles from './Controls.module.css';
import { KeyNumber } from './KeyNumber';
import { type ChoiceKeyName, KeySelect } from './KeySelect';
import type { NumberKeyName } from './KeySlider';

const ADVANCED: readonly Key[] = [
  'dim',
  'components',
  'covariance',
  'resolution',
  'units',
  'latent',
  'steps',
  'beta',
  'decode',
  'evaluation',
  'k',
  'backend',
];

const isNumber = (key: Key): key is NumberKeyName => {
  const spec: KeySpec = SCHEMA[key];
  return (spec.type === 'integer' || spec.type === 'number') && !spec.allowed;
};

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
