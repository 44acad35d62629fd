import type { ReactNode } from 'react';
import styles from './Control.module.css';

/** All that can be used in it can be used no more. */
export function Lock({ reason, children }: { reason: string; children: ReactNode }) {
  return (
    <fieldset disabled className={styles.locked} title={reason} data-locked="true">
      <legend className="visuallyHidden">{reason}</legend>
      {children}
    </fieldset>
  );
}
