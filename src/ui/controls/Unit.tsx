import { SCHEMA } from '../../engine/experiment';
import { labStore } from '../../store/labStore';
import { useLab } from '../../store/useLab';
import { ExplainKey } from '../explain/ExplainKey';
import choices from '../forms/Choices.module.css';
import { Changeable } from '../view/Setting';
import styles from './Controls.module.css';
import { refusalOf } from './refusalOf';
import { When } from './When';

/** Letters or words, where the data can be taken as either. */
export function Unit() {
  const value = useLab(({ draft }) => draft.unit);
  const { label, options } = SCHEMA.unit;
  const areThere = useLab((state) => SCHEMA.unit.applies(state.draft) && options.every(({ id }) => refusalOf('unit', id, state) === ''));
  if (!areThere) return null;
  return (
    <div className={styles.group} role="radiogroup" aria-label={label}>
      <p className={styles.legend}>
        <ExplainKey of="unit" label={label} /> <When of="unit" />
      </p>
      <Changeable>
        <div className={choices.tabs}>
          {options.map(({ id, name }) => (
            <label key={id}>
              <input type="radio" name="unit" checked={id === value} onChange={() => labStore.getState().change({ unit: id })} />
              <span>{name}</span>
            </label>
          ))}
        </div>
      </Changeable>
    </div>
  );
}
