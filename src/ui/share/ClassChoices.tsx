import styles from './Class.module.css';
import { type ClassChoice, TOUCHES } from './classTouch';

const REST: Readonly<Record<ClassChoice['rest'], string>> = { hide: 'hidden', lock: 'locked, with a padlock' };

/** What pupils may touch, what becomes of the rest, and whether each desk has a seed of its own. */
export function ClassChoices({ choice, onChange }: { choice: ClassChoice; onChange: (choice: ClassChoice) => void }) {
  const { touched, rest, desks } = choice;
  const toggle = (id: string) => {
    const others = new Set(touched);
    if (!others.delete(id)) others.add(id);
    onChange({ ...choice, touched: others });
  };
  return (
    <>
      <fieldset className={styles.ticks}>
        <legend>Pupils may touch</legend>
        {TOUCHES.map(({ id, label }) => (
          <label key={id}>
            <input type="checkbox" checked={touched.has(id)} onChange={() => toggle(id)} />
            {label}
          </label>
        ))}
      </fieldset>
      <fieldset className={styles.ticks}>
        <legend>Everything else is</legend>
        {(Object.keys(REST) as ClassChoice['rest'][]).map((id) => (
          <label key={id}>
            <input type="radio" name="class-rest" checked={rest === id} onChange={() => onChange({ ...choice, rest: id })} />
            {REST[id]}
          </label>
        ))}
      </fieldset>
      <fieldset className={styles.ticks}>
        <legend>Seeds</legend>
        <label>
          <input type="checkbox" checked={desks} onChange={() => onChange({ ...choice, desks: !desks })} />
          each desk its own
        </label>
      </fieldset>
    </>
  );
}
