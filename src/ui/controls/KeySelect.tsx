import { type Experiment, type Key, SCHEMA } from '../../engine/experiment';
import type { Option } from '../../engine/keys/key';
import { specOf } from '../../engine/keyText';
import { labStore } from '../../store/labStore';
import { controlValues } from '../../store/selectors';
import { useLab } from '../../store/useLab';
import { ExplainKey } from '../explain/ExplainKey';
import { Changeable } from '../view/Setting';
import styles from './Controls.module.css';
import { refusalOf } from './refusalOf';
import { When } from './When';

export type ChoiceKeyName = Exclude<Key, 'v' | 'scores' | 'changes'>;

/** What there is to choose: of a number its allowed values. */
function optionsOf(key: ChoiceKeyName): readonly Option[] {
  const spec = specOf(key);
  if ('options' in spec) return spec.options;
  return 'allowed' in spec ? (spec.allowed ?? []).map(({ value, name }) => ({ id: String(value), name })) : [];
}

interface KeySelectProps {
  readonly of: ChoiceKeyName;
  /** where the schema does not name them */
  readonly options?: readonly Option[];
  /** why some of them can't be chosen now, besides those that the key itself refuses */
  readonly closed?: Readonly<Record<string, string>>;
}

export function KeySelect({ of: key, options = optionsOf(key), closed = {} }: KeySelectProps) {
  const value = useLab((state) => controlValues(state)[key]);
  const refusals = useLab((state) => options.map(({ id }) => refusalOf(key, id, state)).join('\n')).split('\n');
  const { label } = SCHEMA[key];
  const choose = (text: string) => labStore.getState().change({ [key]: 'options' in specOf(key) ? text : Number(text) } as Partial<Experiment>);
  return (
    <div className={`${styles.row} ${styles.choice}`}>
      <span className={styles.label}>
        <ExplainKey of={key} label={label} /> <When of={key} />
      </span>
      <Changeable>
        <select aria-label={label} value={String(value)} onChange={(event) => choose(event.target.value)} className={styles.select}>
          {options.map(({ id, name }, at) => {
            const why = closed[id] ?? refusals[at];
            return (
              <option key={id} value={id} disabled={why !== ''}>
                {name}
                {why !== '' && ` (${why})`}
              </option>
            );
          })}
        </select>
      </Changeable>
    </div>
  );
}
