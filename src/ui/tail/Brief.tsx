import { useState } from 'react';
import { kindOf } from '../../engine/chosen';
import type { KindDescription } from '../../engine/descriptions';
import { listed } from '../../format';
import { Mark } from '../Mark';
import { quietName } from '../text/loopNames';
import { fateInShort } from './fates';
import { lifeWords } from './lifeWords';
import { createLifeReader, type Life } from './lives';
import { modeName, rarestFirst } from './names';
import styles from './Tail.module.css';
import { useTold } from './useTold';

const inOneLine = (lanes: readonly Life[] | undefined, kind: KindDescription) =>
  lanes ? fateInShort(lanes, kind).replace(/ (\d+)$/, ' generation $1') : '–';

/** What became of the marked modes, in one line for each loop. */
export function Brief({ weights, marked }: { weights: readonly number[]; marked: readonly number[] }) {
  const { frames, shown, experiment } = useTold();
  const [read] = useState(createLifeReader);
  const kind = kindOf(experiment);
  const modes = rarestFirst(weights).filter(({ index }) => marked.includes(index));
  const names = modes.map(({ index }) => modeName(index, experiment));
  const lives = read(frames, shown, weights);
  const isKnown = experiment.loop.some((loop) => lives.has(loop));
  if (!isKnown || modes.length > 1) {
    const what = `${names.length > 3 ? `${names.length} marked` : listed(names)}${isKnown ? `, ${lifeWords(kind).alive} now:` : ' marked'}`;
    return (
      <p className={styles.brief}>
        {what}
        {isKnown &&
          experiment.loop.map((loop) => {
            const fates = modes.map(({ index }) => lives.get(loop)?.[index] ?? []);
            const alive = fates.filter((lanes) => lanes.filter((life) => life.alive).length * 2 > lanes.length).length;
            return (
              <span key={loop} className={styles.fate}>
                <Mark loop={loop} /> {quietName(loop)} {alive} of {modes.length}
              </span>
            );
          })}
      </p>
    );
  }
  return (
    <p className={styles.brief}>
      {names[0]}:
      {experiment.loop.map((loop) => (
        <span key={loop} className={styles.fate}>
          <Mark loop={loop} /> {quietName(loop)}: {inOneLine(lives.get(loop)?.[modes[0].index], kind)}
        </span>
      ))}
    </p>
  );
}
