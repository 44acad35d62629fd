import type { ReactNode } from 'react';
import styles from './Control.module.css';
import type { ControlName } from './controls';
import { useControl } from './viewStore';

/** A control as the link wants it: there, not there, or there and locked. */
export function Control({ name, children }: { name: ControlName; children: ReactNode }) {
  const access = useControl(name);
  if (access === 'hidden') return null;
  if (access === 'shown') return children;
  return (
    <fieldset disabled className={styles.locked} title="Locked by the link" data-locked="true">
      <legend className="visuallyHidden">Locked by the link</legend>
      {children}
    </fieldset>
  );
}
