import styles from '../view/Control.module.css';
import { useLockedHere } from '../view/Setting';
import { Explain } from './Explain';
import type { Subject } from './words';

interface ExplainKeyProps {
  readonly of: Extract<Subject, { readonly control: unknown }>['control'];
  readonly label: string;
  /** where there is no room for the whole label */
  readonly short?: string;
  /** what is chosen now, in its own words */
  readonly remarks?: readonly string[];
}

/** The label of a control, which explains it. The control itself bears the plain name. */
export function ExplainKey({ of: control, label, short = label, remarks = [] }: ExplainKeyProps) {
  const locked = useLockedHere();
  return (
    <Explain of={{ control }} remarks={locked === '' ? remarks : [...remarks, `${locked}.`]} name={`About ${label}`} ofControl locked={locked}>
      {locked !== '' && <span className={styles.lock} aria-hidden="true" />}
      {short}
    </Explain>
  );
}
