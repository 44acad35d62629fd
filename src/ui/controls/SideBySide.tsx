import { catalogue } from '../../engine/catalogue';
import { SCHEMA } from '../../engine/experiment';
import { loopsOf } from '../../engine/loops/named';
import { treatments } from '../../engine/loops/treatments';
import { labStore } from '../../store/labStore';
import { useLab } from '../../store/useLab';
import { Mark } from '../Mark';
import { Changeable } from '../view/Setting';
import styles from './Controls.module.css';
import { When } from './When';

const MOST = SCHEMA.loop.most;
const FEWEST = 2;

/** The loop that is compared: of the treated ones theirs, else fresh data where they run, else the first. */
function baseOf(loop: readonly string[]): string {
  const treated = loopsOf({ loop }).find(({ base }) => base !== undefined);
  return treated?.base ?? loop.find((id) => id === 'fresh-data') ?? loop[0];
}

/** One loop with several treatments in the place of several loops. */
export function SideBySide() {
  const loop = useLab(({ draft }) => draft.loop);
  const base = baseOf(loop);
  const chosen = loopsOf({ loop }).flatMap(({ treatment }) => treatment ?? []);
  const choose = (of: string, ids: readonly string[]) =>
    labStore.getState().change({
      loop: ids.length === 0 ? [of] : treatments.filter(({ id }) => ids.includes(id)).map(({ id }) => `${of}-with-${id}`),
    });
  /** The first tick compares with the loop as it is. */
  const toggle = (id: string, on: boolean) => {
    if (!on) return choose(base, chosen.length <= FEWEST ? [] : chosen.filter((one) => one !== id));
    choose(base, [...(chosen.length === 0 && id !== 'nothing' ? ['nothing'] : []), ...chosen, id]);
  };
  return (
    <fieldset className={styles.cure} aria-label="Side by side">
      <legend>
        <strong>Side by side</strong> <When of="loop" />
      </legend>
      <p className={styles.words}>
        One loop with up to {MOST} treatments instead of several loops: the same seed, the same first model, one cure in each.
      </p>
      <Changeable>
        <select aria-label="Loop to treat" value={base} className={styles.select} onChange={(event) => choose(event.target.value, chosen)}>
          {catalogue.loops.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
        {treatments.map(({ id, short, summary }) => (
          <label key={id} className={styles.check} title={summary}>
            <input
              type="checkbox"
              checked={chosen.includes(id)}
              disabled={!chosen.includes(id) && chosen.length >= MOST}
              onChange={(event) => toggle(id, event.target.checked)}
            />
            <Mark loop={`${base}-with-${id}`} />
            {short}
          </label>
        ))}
      </Changeable>
    </fieldset>
  );
}
