import { type ReactNode, useState } from 'react';
import { useStore } from 'zustand';
import type { Path } from '../../lessons/fault';
import { valueAt } from '../../lessons/make/draft';
import inputs from '../forms/Fields.module.css';
import { fieldId, useFault } from './faults';
import styles from './Make.module.css';
import { makeStore, setAt } from './makeStore';

const useValue = (path: Path): unknown => useStore(makeStore, ({ draft }) => valueAt(draft, path));

/** What is wrong at a place, beside its field. */
export function Wrong({ path }: { path: Path }) {
  const fault = useFault(path);
  return fault === '' ? null : (
    <p id={`${fieldId(path)}-wrong`} className={styles.wrong}>
      {fault}
    </p>
  );
}

const wrongIn = (path: Path, fault: string) => (fault === '' ? {} : { 'aria-invalid': true, 'aria-describedby': `${fieldId(path)}-wrong` });

interface FieldProps {
  readonly path: Path;
  readonly label: ReactNode;
  readonly hint?: string;
  /** an empty one is left out */
  readonly isOptional?: boolean;
}

/** A text of the draft. */
export function TextField({ path, label, hint, isOptional = false, rows = 1 }: FieldProps & { readonly rows?: number }) {
  const value = useValue(path);
  const fault = useFault(path);
  const set = (text: string) => setAt(path, isOptional && text === '' ? undefined : text);
  const shared = { id: fieldId(path), value: typeof value === 'string' ? value : '', ...wrongIn(path, fault) };
  return (
    <div className={styles.field}>
      <label htmlFor={fieldId(path)}>{label}</label>
      {hint !== undefined && <p className={styles.hint}>{hint}</p>}
      {rows > 1 ? (
        <textarea {...shared} className={inputs.text} rows={rows} onChange={({ target }) => set(target.value)} />
      ) : (
        // a line that is pasted has no ends of lines
        <input {...shared} className={inputs.field} onChange={({ target }) => set(target.value)} />
      )}
      <Wrong path={path} />
    </div>
  );
}

/** A decimal comma is a point; what is no number stays as it is typed. */
function readTyped(text: string): unknown {
  const plain = text.trim().replace(',', '.');
  return plain !== '' && Number.isFinite(Number(plain)) ? Number(plain) : text;
}

interface TypedProps {
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
  readonly id?: string;
  readonly name?: string;
}

/** A number as it is typed: what is none stands in the draft as text, and its message says so. */
export function Typed({ value, onChange, id, name, ...more }: TypedProps) {
  const [text, setText] = useState(String(value ?? ''));
  const shown = Object.is(readTyped(text), value) ? text : String(value ?? '');
  return (
    <input
      {...more}
      {...(id !== undefined && { id })}
      {...(name !== undefined && { 'aria-label': name })}
      className={`${inputs.field} ${styles.number}`}
      inputMode="decimal"
      value={shown}
      onChange={({ target }) => {
        setText(target.value);
        onChange(readTyped(target.value));
      }}
    />
  );
}

/** A number of the draft. */
export function NumberOf({ path, label, hint, isOptional = false }: FieldProps) {
  const value = useValue(path);
  const fault = useFault(path);
  return (
    <div className={styles.field}>
      <label htmlFor={fieldId(path)}>{label}</label>
      {hint !== undefined && <p className={styles.hint}>{hint}</p>}
      <Typed
        id={fieldId(path)}
        value={value}
        {...wrongIn(path, fault)}
        onChange={(typed) => setAt(path, isOptional && typed === '' ? undefined : typed)}
      />
      <Wrong path={path} />
    </div>
  );
}

/** Two numbers, from and to. */
export function SpanOf({ path, label }: FieldProps) {
  return (
    <fieldset className={styles.group}>
      <legend>{label}</legend>
      <div className={styles.row}>
        <Typed name="from" value={useValue([...path, 0])} onChange={(value) => setAt([...path, 0], value)} />
        to
        <Typed name="to" value={useValue([...path, 1])} onChange={(value) => setAt([...path, 1], value)} />
      </div>
      <Wrong path={[...path, 0]} />
      <Wrong path={[...path, 1]} />
      <Wrong path={path} />
    </fieldset>
  );
}

interface MenuProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly onChange: (value: string) => void;
  readonly id?: string;
}

/** One of a few, by words. */
export function Menu({ label, value, options, onChange, id }: MenuProps) {
  return (
    <label className={styles.menu}>
      <span>{label}</span>
      <select {...(id !== undefined && { id })} value={value} onChange={({ target }) => onChange(target.value)}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  );
}

/** Yes or no. */
export function Tick({ label, isOn, onChange }: { label: ReactNode; isOn: boolean; onChange: (isOn: boolean) => void }) {
  return (
    <label className={styles.tick}>
      <input type="checkbox" checked={isOn} onChange={({ target }) => onChange(target.checked)} />
      <span>{label}</span>
    </label>
  );
}

/** A list of short texts, as one line with commas. */
export function CommasField({ path, label, hint }: FieldProps) {
  const value = useValue(path);
  const list = Array.isArray(value) ? (value as readonly unknown[]) : [];
  const [text, setText] = useState(list.join(', '));
  const read = (typed: string) =>
    typed
      .split(',')
      .map((word) => word.trim())
      .filter((word) => word !== '');
  const shown = JSON.stringify(read(text)) === JSON.stringify(list) ? text : list.join(', ');
  return (
    <div className={styles.field}>
      <label htmlFor={fieldId(path)}>{label}</label>
      {hint !== undefined && <p className={styles.hint}>{hint}</p>}
      <input
        id={fieldId(path)}
        className={inputs.field}
        value={shown}
        onChange={({ target }) => {
          setText(target.value);
          setAt(path, read(target.value));
        }}
      />
      <Wrong path={path} />
    </div>
  );
}
