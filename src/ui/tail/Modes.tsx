import { memo, useMemo, useState } from 'react';
import { kindOf } from '../../engine/chosen';
import { loopsOf } from '../../engine/loops/named';
import { toggleWatched } from '../../store/watch';
import tables from '../forms/Tables.module.css';
import { Mark } from '../Mark';
import { lookOf } from '../palette';
import { Fate } from './Fate';
import { fateInShort } from './fates';
import { heightOf, LINE, shareLine, sharePath, sharesOf, topOf } from './lines';
import { createLifeReader } from './lives';
import { modeName, type Ranked, rankWords, rarestFirst, shareWords, weightWords } from './names';
import styles from './Tail.module.css';
import { useTold } from './useTold';

interface CellProps {
  readonly loop: string;
  readonly path: string;
  readonly words: string;
  readonly level: number;
}

/** A mode in a loop: its share by generation beside the real one, and in words. */
const Cell = memo(function Cell({ loop, path, words, level }: CellProps) {
  return (
    <td>
      <svg className={styles.line} viewBox={`0 0 ${LINE.width} ${LINE.height}`} width={LINE.width} height={LINE.height} aria-hidden="true">
        <path className={styles.real} d={`M0 ${level.toFixed(1)}h${LINE.width}`} />
        <path d={path} fill="none" stroke={lookOf(loop).colour} strokeWidth="1.75" strokeLinecap="round" strokeLinejoin="round" />
      </svg>
      <span className={styles.words}>{words}</span>
    </td>
  );
});

interface NameProps {
  readonly index: number;
  /** "Mode 8" */
  readonly name: string;
  /** "0.4 %, rarest" */
  readonly about: string;
  readonly marked: boolean;
}

const Name = memo(function Name({ index, name, about, marked }: NameProps) {
  return (
    <th scope="row">
      <label className={styles.choice}>
        <input type="checkbox" checked={marked} onChange={() => toggleWatched(index)} />
        <span>
          {name} <span className={styles.weight}>{about}</span>
        </span>
      </label>
    </th>
  );
});

function aboutOf(mode: Ranked, weights: readonly number[]): string {
  const rank = rankWords(mode, weights);
  return `${weightWords(mode.weight)}${rank === '' ? '' : `, ${rank}`}`;
}

/** All modes or digits, the rarest first, each to be marked; and what became of the marked ones. */
export function Modes({ weights, marked }: { weights: readonly number[]; marked: readonly number[] }) {
  const { frames, shown, experiment } = useTold();
  const [read] = useState(createLifeReader);
  const ranked = useMemo(() => rarestFirst(weights), [weights]);
  const kind = kindOf(experiment);
  const { mode: noun, words } = kind;
  const loops = loopsOf(experiment);
  const lives = read(frames, shown, weights);
  return (
    <>
      <p className={styles.lead}>
        Mark a {noun}: it is {words.marked} and followed through the generations. The lines show its share of the samples
        {experiment.replicates > 1 ? `, median of ${experiment.replicates} replicates` : ''}; the thin grey one is its share of the real data. Under
        half of that it has thinned out
        {words.died}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard */}
      <section className={styles.box} tabIndex={0} aria-label={`All ${noun}s`}>
        <table className={`${tables.table} ${styles.modes}`}>
          <thead>
            <tr>
              <th scope="col">Real share</th>
              {loops.map(({ id, name }) => (
                <th key={id} scope="col">
                  <Mark loop={id} /> {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {ranked.map((mode) => {
              const lines = loops.map(({ id }) => shareLine(frames, shown, id, mode.index));
              const top = topOf(lines, mode.weight);
              return (
                <tr key={mode.index}>
                  <Name
                    index={mode.index}
                    name={modeName(mode.index, experiment)}
                    about={aboutOf(mode, weights)}
                    marked={marked.includes(mode.index)}
                  />
                  {loops.map(({ id }, at) => {
                    const lanes = lives.get(id)?.[mode.index];
                    const share = shown > 0 && frames[shown - 1] ? sharesOf(frames[shown - 1], id)[mode.index] : undefined;
                    return (
                      <Cell
                        key={id}
                        loop={id}
                        level={heightOf(mode.weight, top)}
                        path={sharePath(lines[at], experiment.generations, top)}
                        words={lanes && share !== undefined ? `${shareWords(share)}, ${fateInShort(lanes, kind)}` : '–'}
                      />
                    );
                  })}
                </tr>
              );
            })}
          </tbody>
        </table>
      </section>
      {marked.length > 0 && (
        <ul className={styles.fates} aria-label={`Marked ${noun}s`}>
          {ranked
            .filter(({ index }) => marked.includes(index))
            .map((mode) => (
              <Fate
                key={mode.index}
                mode={mode}
                rank={rankWords(mode, weights)}
                lives={lives}
                frames={frames}
                shown={shown}
                experiment={experiment}
              />
            ))}
        </ul>
      )}
    </>
  );
}
