import type { CSSProperties } from 'react';
import type { Loop } from '../../engine/descriptions';
import choices from '../forms/Choices.module.css';
import { Mark } from '../Mark';
import { inkVariable } from '../palette';

interface LoopTabsProps {
  readonly loops: readonly Loop[];
  readonly chosen: string;
  readonly onChoose: (id: string) => void;
}

/** Which loop the diagram draws. */
export function LoopTabs({ loops, chosen, onChoose }: LoopTabsProps) {
  if (loops.length < 2) return null;
  return (
    <div className={choices.tabs} role="radiogroup" aria-label="Loop in the diagram">
      {loops.map(({ id, name, short }) => (
        <label key={id} title={name} style={{ '--chosen': inkVariable(id) } as CSSProperties}>
          <input type="radio" name="loop in the diagram" checked={id === chosen} onChange={() => onChoose(id)} />
          <span>
            <Mark loop={id} /> {short}
          </span>
        </label>
      ))}
    </div>
  );
}
