import type { Path } from '../../lessons/fault';
import { MISCONCEPTIONS } from '../../lessons/lesson';
import { Menu, Wrong } from './fields';
import styles from './Make.module.css';
import { move, removeFrom, setAt } from './makeStore';

const SHOWS = [
  { value: 'none', label: 'nothing: it is right, or a slip' },
  ...Object.entries(MISCONCEPTIONS).map(([value, words]) => ({ value, label: `${value}: ${words}` })),
];

/** What whoever takes an option believes. */
export function Misconception({ path, value }: { path: Path; value: string }) {
  return (
    <>
      <Menu label="Taking it shows" value={value} options={SHOWS} onChange={(tag) => setAt([...path, 'misconception'], tag)} />
      <Wrong path={[...path, 'misconception']} />
    </>
  );
}

interface ItemWaysProps {
  readonly path: Path;
  readonly at: number;
  readonly of: number;
  readonly what: string;
}

/** An item of a list goes up, down, or away. */
export function ItemWays({ path, at, of, what }: ItemWaysProps) {
  return (
    <div className={styles.ways}>
      <button type="button" className="textButton" disabled={at === 0} aria-label={`${what}: up`} onClick={() => move(path, at, -1)}>
        Up
      </button>
      <button type="button" className="textButton" disabled={at === of - 1} aria-label={`${what}: down`} onClick={() => move(path, at, 1)}>
        Down
      </button>
      <button type="button" className="textButton" aria-label={`${what}: remove`} onClick={() => removeFrom(path, at, `${what} is removed`)}>
        Remove
      </button>
    </div>
  );
}
