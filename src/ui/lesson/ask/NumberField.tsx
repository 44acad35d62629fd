import { useState } from 'react';

interface NumberFieldProps {
  readonly value: number | null;
  readonly low: number;
  readonly high: number;
  readonly step?: number | undefined;
  readonly className?: string | undefined;
  readonly name?: string;
  readonly id?: string;
  readonly isDisabled?: boolean;
  /** null: what stands there is no number */
  readonly onChange: (value: number | null) => void;
}

/** A decimal comma is a point, as on any page of ours. */
const read = (text: string) => (text.trim() === '' ? Number.NaN : Number(text.trim().replace(',', '.').replace(/^\./, '0.')));

/** A number as it is typed: what stands there stays while it is none yet. */
export function NumberField({ value, low, high, step, className, name, id, isDisabled = false, onChange }: NumberFieldProps) {
  const [text, setText] = useState(value === null ? '' : String(value));
  const shown = Object.is(read(text), value ?? Number.NaN) ? text : value === null ? text : String(value);
  return (
    <input
      id={id}
      disabled={isDisabled}
      className={className}
      inputMode="decimal"
      value={shown}
      placeholder={Number.isFinite(high) ? `${low} to ${high}` : ''}
      {...(name && { 'aria-label': name })}
      {...(step && { step })}
      onChange={({ target }) => {
        setText(target.value);
        const found = read(target.value);
        onChange(Number.isFinite(found) && found >= low && found <= high ? found : null);
      }}
    />
  );
}
