import type { ReactNode } from 'react';
import styles from './Control.module.css';
import type { ControlName } from './controls';
import { useControl, useLockedWords } from './viewStore';

/** A control as link, lesson and host want it: there, not there, or there and locked. */
export function Control({ name, children }: { name: ControlName; children: ReactNode }) {
  const access = useControl(name);
  const reason = useLockedWords(name);
  if (access === 'hidden') return null;
  if (access === 'shown') return children;
  return (
    <fieldset disabled className={styles.locked} title={reason} data-locked="true">
      <legend className="visuallyHidden">{reason}</legend>
      {children}
    </fieldset>
  );
}
