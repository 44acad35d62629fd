import { catalogue } from '../../engine/catalogue';
import type { DatasetDescription, ModelDescription } from '../../engine/descriptions';
import { SCHEMA } from '../../engine/experiment';
import { labStore } from '../../store/labStore';
import { useLab } from '../../store/useLab';
import { chooseDataset } from '../draw/ownPoints';
import { ExplainKey } from '../explain/ExplainKey';
import choices from '../forms/Choices.module.css';
import { Changeable } from '../view/Setting';
import styles from './Controls.module.css';
import { When } from './When';

/** What is chosen now, in its own words; of a model also what the sampling bias does to it. */
function chosenWords(entries: readonly (ModelDescription | DatasetDescription)[], value: string): string[] {
  const entry = entries.find(({ id }) => id === value);
  if (!entry) return [];
  return [`${entry.name}: ${entry.summary}${'bias' in entry ? ` Sampling bias: ${entry.bias}` : ''}`];
}

/** Model or dataset: those that fit the kind of samples in hand. */
export function KeyRadios({ of: key }: { of: 'model' | 'dataset' }) {
  const value = useLab(({ draft }) => draft[key]);
  const kind = useLab(({ draft }) => catalogue.models.find(({ id }) => id === draft.model)?.kind);
  const entries = (key === 'model' ? catalogue.models : catalogue.datasets).filter((entry) => entry.kind === kind);
  if (entries.length < 2) return null;
  // a radio button that the keyboard chose is clicked too, but by no pointer
  const choose = (id: string, event: Event) =>
    key === 'dataset' ? chooseDataset(id, event instanceof MouseEvent && event.detail > 0) : labStore.getState().change({ [key]: id });
  return (
    <div className={styles.group} role="radiogroup" aria-label={SCHEMA[key].label}>
      <p className={styles.legend}>
        <ExplainKey of={key} label={SCHEMA[key].label} remarks={chosenWords(entries, value)} /> <When of={key} />
      </p>
      <Changeable>
        <div className={choices.tabs}>
          {entries.map(({ id, name, summary }) => (
            <label key={id} title={summary}>
              <input type="radio" name={key} checked={id === value} onChange={({ nativeEvent }) => choose(id, nativeEvent)} />
              <span>{name}</span>
            </label>
          ))}
        </div>
      </Changeable>
    </div>
  );
}
