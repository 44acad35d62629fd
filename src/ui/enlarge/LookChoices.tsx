import choices from '../forms/Choices.module.css';
import styles from './Enlarge.module.css';
import type { Look } from './useLargeChart';

interface LookChoicesProps {
  readonly look: Look;
  readonly onLook: (look: Look) => void;
  /** why the axis can't be logarithmic; null where it can */
  readonly noLog: string | null;
  readonly replicates: number;
}

interface OneOfProps<Value extends string> {
  readonly name: string;
  readonly of: Readonly<Record<Value, string>>;
  readonly value: Value;
  readonly without?: Value | null;
  readonly onChange: (value: Value) => void;
}

function OneOf<Value extends string>({ name, of, value, without = null, onChange }: OneOfProps<Value>) {
  return (
    <fieldset className={styles.choice}>
      <legend>{name}</legend>
      <div className={choices.tabs}>
        {(Object.keys(of) as Value[]).map((id) => (
          <label key={id}>
            <input type="radio" name={`enlarge ${name}`} checked={id === value} disabled={id === without} onChange={() => onChange(id)} />
            <span>{of[id]}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** How the chart shows its values, and its replicates where there are any. */
export function LookChoices({ look, onLook, noLog, replicates }: LookChoicesProps) {
  return (
    <div className={styles.choices}>
      <OneOf
        name="Axis"
        of={{ linear: 'linear', log: noLog === null ? 'logarithmic' : `logarithmic (${noLog})` }}
        value={look.scale}
        without={noLog === null ? null : 'log'}
        onChange={(scale) => onLook({ ...look, scale })}
      />
      {replicates > 1 && (
        <>
          <OneOf
            name={`${replicates} runs`}
            of={{ band: '10–90 % band', all: 'all runs' }}
            value={look.runs}
            onChange={(runs) => onLook({ ...look, runs })}
          />
          <label className={styles.check}>
            <input type="checkbox" checked={look.hasMean} onChange={(event) => onLook({ ...look, hasMean: event.target.checked })} />
            mean beside the median
          </label>
        </>
      )}
    </div>
  );
}
