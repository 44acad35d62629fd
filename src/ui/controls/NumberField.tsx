import { type KeyboardEvent, useId, useState } from 'react';
import styles from './Controls.module.css';
import { type NumberRule, readNumber } from './readNumber';

export interface NumberFieldProps {
  readonly rule: NumberRule;
  readonly value: number;
  readonly onCommit: (value: number) => void;
  /** the neighbouring value for the arrow keys */
  readonly next: (value: number, by: number) => number;
  readonly print?: (value: number) => string;
  readonly read?: (text: string) => ReturnType<typeof readNumber>;
  readonly describedBy?: string | undefined;
}

/** A number as text: what is typed stays as typed until it is right; Enter or leaving the field takes it. */
export function NumberField({ rule, value, onCommit, next, print = String, read = (text) => readNumber(text, rule), describedBy }: NumberFieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const [message, setMessage] = useState<string | null>(null);
  const errorId = useId();

  const take = (text: string | null) => {
    if (text === null) return;
    const result = read(text);
    if ('message' in result) {
      setMessage(`${result.message} ${print(value)} stays in force.`);
      return;
    }
    setTyped(null);
    setMessage(null);
    if (result.value !== value) onCommit(result.value);
  };

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Enter') take(event.currentTarget.value);
    else if (event.key === 'Escape') {
      setTyped(null);
      setMessage(null);
    } else if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
      event.preventDefault();
      setTyped(null);
      setMessage(null);
      onCommit(next(value, event.key === 'ArrowUp' ? 1 : -1));
    }
  };

  return (
    <>
      <input
        type="text"
        role="spinbutton"
        inputMode="decimal"
        autoComplete="off"
        className={styles.number}
        aria-label={rule.name}
        aria-valuenow={Number.isFinite(value) ? value : rule.max}
        aria-valuetext={print(value)}
        aria-valuemin={rule.min}
        aria-valuemax={rule.max}
        aria-invalid={message !== null}
        aria-describedby={[message === null ? '' : errorId, describedBy ?? ''].join(' ').trim() || undefined}
        value={typed ?? print(value)}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={() => take(typed)}
        onKeyDown={onKeyDown}
      />
      {message !== null && (
        <p id={errorId} role="alert" className={styles.error}>
          {message}
        </p>
      )}
    </>
  );
}
