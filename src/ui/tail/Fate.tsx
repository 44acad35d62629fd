import { useState } from 'react';
import { kindOf } from '../../engine/chosen';
import type { Experiment } from '../../engine/experiment';
import type { Frame } from '../../results/frame';
import { Mark } from '../Mark';
import { inkVariable } from '../palette';
import { quietName } from '../text/loopNames';
import { fateWords, rarityWords } from './fates';
import type { Lives } from './lives';
import { modeName, type Ranked, weightWords } from './names';
import { ShareTable } from './ShareTable';
import styles from './Tail.module.css';

interface FateProps {
  readonly mode: Ranked;
  readonly rank: string;
  readonly lives: Lives;
  readonly frames: readonly Frame[];
  readonly shown: number;
  readonly experiment: Experiment;
}

/** What became of a marked mode in each loop, in sentences, with its numbers as a table. */
export function Fate({ mode, rank, lives, frames, shown, experiment }: FateProps) {
  const [open, setOpen] = useState(false);
  const kind = kindOf(experiment);
  const name = modeName(mode.index, experiment);
  const caution = rarityWords(mode.weight, experiment.evaluation, kind);
  return (
    <li>
      <p>
        <strong>{name}</strong>, {rank === '' ? '' : `${rank}, `}
        {weightWords(mode.weight)} of the real data{lives.size === 0 ? ': nothing to tell yet.' : '.'}
      </p>
      {experiment.loop.map((loop) => {
        const lanes = lives.get(loop)?.[mode.index];
        return (
          lanes && (
            <p key={loop}>
              <Mark loop={loop} /> <b style={{ color: inkVariable(loop) }}>{quietName(loop)}</b>: {fateWords(lanes, kind)}.
            </p>
          )
        );
      })}
      {caution !== '' && <p className={styles.caution}>{caution}</p>}
      {lives.size > 0 && (
        <button type="button" className="textButton" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? 'Hide table' : 'View as table'}
          <span className="visuallyHidden"> of {name}</span>
        </button>
      )}
      {open && <ShareTable name={name} kind={kind} mode={mode.index} frames={frames} shown={shown} loops={experiment.loop} />}
    </li>
  );
}
