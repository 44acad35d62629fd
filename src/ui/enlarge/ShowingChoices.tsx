import choices from '../forms/Choices.module.css';
import styles from './Enlarge.module.css';
import type { Showing } from './useLargeChart';

interface ShowingChoicesProps {
  readonly showing: Showing;
  readonly onChange: (showing: Showing) => void;
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
export function ShowingChoices({ showing, onChange, noLog, replicates }: ShowingChoicesProps) {
  return (
    <div className={styles.choices}>
      <OneOf
        name="Axis"
        of={{ linear: 'linear', log: noLog === null ? 'logarithmic' : `logarithmic (${noLog})` }}
        value={showing.scale}
        without={noLog === null ? null : 'log'}
        onChange={(scale) => onChange({ ...showing, scale })}
      />
      {replicates > 1 && (
        <>
          <OneOf
            name={`${replicates} runs`}
            of={{ band: '10–90 % band', all: 'all runs' }}
            value={showing.runs}
            onChange={(runs) => onChange({ ...showing, runs })}
          />
          <label className={styles.check}>
            <input type="checkbox" checked={showing.hasMean} onChange={(event) => onChange({ ...showing, hasMean: event.target.checked })} />
            mean beside the median
          </label>
        </>
      )}
    </div>
  );
}
