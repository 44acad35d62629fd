import type { CSSProperties } from 'react';
import { catalogue } from '../../engine/catalogue';
import { SCHEMA } from '../../engine/experiment';
import { labStore } from '../../store/labStore';
import { useLab } from '../../store/useLab';
import { ExplainKey } from '../explain/ExplainKey';
import { Mark } from '../Mark';
import { lookOf } from '../palette';
import { Changeable } from '../view/Setting';
import styles from './Controls.module.css';
import { When } from './When';

const EACH = catalogue.loops.map(({ name, summary }) => `${name}: ${summary}`);

export function LoopChecks() {
  const chosen = useLab(({ draft }) => draft.loop);
  const set = (id: string, on: boolean) => {
    const loop = catalogue.loops.map((entry) => entry.id).filter((entry) => (entry === id ? on : chosen.includes(entry)));
    if (loop.length > 0) labStore.getState().change({ loop });
  };
  return (
    <fieldset className={styles.group} aria-label={SCHEMA.loop.label}>
      <legend>
        <ExplainKey of="loop" label={SCHEMA.loop.label} remarks={EACH} /> <When of="loop" />
      </legend>
      <Changeable>
        {catalogue.loops.map(({ id, name, summary }) => (
          <label key={id} className={styles.check} title={summary} style={{ '--track': lookOf(id).colour } as CSSProperties}>
            <input
              type="checkbox"
              checked={chosen.includes(id)}
              disabled={chosen.length === 1 && chosen[0] === id}
              onChange={(event) => set(id, event.target.checked)}
            />
            <Mark loop={id} />
            {name}
          </label>
        ))}
      </Changeable>
    </fieldset>
  );
}
