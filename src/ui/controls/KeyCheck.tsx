import { useId } from 'react';
import { type Experiment, type Key, SCHEMA } from '../../engine/experiment';
import { labStore } from '../../store/labStore';
import { controlValues } from '../../store/selectors';
import { useLab } from '../../store/useLab';
import { ExplainKey } from '../explain/ExplainKey';
import { Changeable } from '../view/Setting';
import styles from './Controls.module.css';
import { refusalOf } from './refusalOf';
import { When } from './When';

export type CheckKeyName = { [K in keyof Experiment]: Experiment[K] extends 'true' | 'false' ? K : never }[keyof Experiment];

interface CheckRowProps {
  readonly of: Exclude<Key, 'v' | 'scores' | 'changes'>;
  readonly checked: boolean;
  /** why it can't be on; '' where it can */
  readonly refused: string;
  readonly onChange: (on: boolean) => void;
}

/** A key that is on or off. */
export function CheckRow({ of: key, checked, refused, onChange }: CheckRowProps) {
  const { label } = SCHEMA[key];
  const hintId = useId();
  return (
    <div className={styles.row}>
      <span className={styles.label}>
        <ExplainKey of={key} label={label} /> <When of={key} />
      </span>
      <Changeable>
        <label className={styles.tick}>
          <input
            type="checkbox"
            aria-label={label}
            aria-describedby={refused === '' ? undefined : hintId}
            checked={checked}
            disabled={refused !== ''}
            onChange={(event) => onChange(event.target.checked)}
          />
        </label>
      </Changeable>
      {refused !== '' && (
        <p id={hintId} className={styles.hint}>
          {label} {refused}.
        </p>
      )}
    </div>
  );
}

export function KeyCheck({ of: key }: { of: CheckKeyName }) {
  const checked = useLab((state) => controlValues(state)[key] === 'true');
  const refused = useLab((state) => refusalOf(key, 'true', state));
  return <CheckRow of={key} checked={checked} refused={refused} onChange={(on) => labStore.getState().change({ [key]: String(on) })} />;
}
