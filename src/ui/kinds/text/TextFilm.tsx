import { type KeyboardEvent, memo, useEffect, useMemo, useRef, useState } from 'react';
import { isRunningText } from '../../../engine/chosen';
import type { Loop } from '../../../engine/descriptions';
import type { ShownText } from '../../../engine/kinds/text';
import { loopsOf } from '../../../engine/loops/named';
import type { Frame } from '../../../results/frame';
import { labStore } from '../../../store/labStore';
import { experimentOnScreen } from '../../../store/selectors';
import { useLab } from '../../../store/useLab';
import { NumberField } from '../../controls/NumberField';
import tables from '../../forms/Tables.module.css';
import { Mark } from '../../Mark';
import { hasRun } from '../../runs';
import { countedNoun, pieceNouns } from '../../text/pieceNouns';
import { useInSight } from '../../useInSight';
import { useFilmFrames } from '../useFilmFrames';
import { choose, letGo, useChosen } from './chosen';
import { Marked } from './Marked';
import { repeatsOf } from './marks';
import styles from './Text.module.css';
import { textOf } from './texts';

const MOST_ROWS = 40;
/** Words with which a passage begins. */
const FIRST_WORDS = 12;

interface RowProps {
  readonly frame: Frame;
  readonly isShown: boolean;
  readonly loops: readonly Loop[];
  readonly from: number;
  readonly to: number;
}

const Row = memo(function Row({ frame, isShown, loops, from, to }: RowProps) {
  const { generation } = frame;
  return (
    <tr data-shown={isShown} data-generation={generation}>
      <th scope="row">
        <button
          type="button"
          aria-label={`Show generation ${generation}`}
          aria-current={isShown || undefined}
          onClick={() => labStore.getState().show(generation)}
        >
          {generation}
        </button>
      </th>
      {loops.map(({ id }) => {
        const text = textOf(frame, id);
        return (
          <td key={id} className={styles.set}>
            {text && from < text.count ? <Marked text={text} from={from} to={to} repeats={null} /> : '–'}
          </td>
        );
      })}
    </tr>
  );
});

/** One place of the samples through the generations, a line for each: the i-th name, or how the passage begins. */
export function TextFilm() {
  const active = useLab(hasRun);
  return active ? <Film /> : null;
}

function Film() {
  const experiment = useLab(experimentOnScreen);
  const loops = useMemo(() => loopsOf(experiment), [experiment]);
  const film = useRef<HTMLElement>(null);
  const { frames, shown, every } = useFilmFrames(MOST_ROWS, !useInSight(film));
  const chosen = useChosen();
  const isRunning = isRunningText(experiment);
  const count = Math.max(1, ...loops.map(({ id }) => textOf(frames[0], id)?.count ?? 1));
  const place = Math.min(chosen?.place ?? 0, count - 1);
  const [from, to] = isRunning ? [0, FIRST_WORDS] : [place, place + 1];
  const goTo = (next: number) => choose(chosen?.loop ?? loops[0].id, (next + count) % count);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented || !chosen) return;
    event.preventDefault();
    letGo();
  };
  const { one, many } = pieceNouns(experiment);
  return (
    <section ref={film} className={styles.film} aria-label="Text through the generations" onKeyDown={onKeyDown}>
      <div className={styles.head}>
        <h2>{isRunning ? 'How the passage begins, generation by generation' : `One ${one} through the generations`}</h2>
        {!isRunning && (
          <div className={styles.which}>
            <span aria-hidden="true">place</span>
            <NumberField
              rule={{ name: `Place of the ${one}`, min: 1, max: count, whole: true }}
              value={place + 1}
              onCommit={(value) => goTo(value - 1)}
              next={(value, by) => Math.min(count, Math.max(1, value + by))}
            />
            <button type="button" className="textButton" onClick={() => goTo(place - 1)}>
              Previous
            </button>
            <button type="button" className="textButton" onClick={() => goTo(place + 1)}>
              Next
            </button>
          </div>
        )}
      </div>
      <p className={styles.note}>
        {isRunning
          ? `The first ${countedNoun(FIRST_WORDS, { one, many })} that each model wrote.`
          : `Of each generation what stands in the same place among the ${many} above. Each model draws anew: it is never the same one twice.`}
        {every ? '' : ` ${frames.length} generations are shown, evenly spread.`}
      </p>
      {frames.length === 0 ? (
        <p className={styles.note}>Waiting for generation 1.</p>
      ) : (
        <Rows frames={frames} shown={shown} loops={loops} from={from} to={to} isRunning={isRunning} />
      )}
      <ReadAll loops={loops} frame={frames.find(({ generation }) => generation === shown)} />
    </section>
  );
}

interface RowsProps extends Omit<RowProps, 'frame' | 'isShown'> {
  readonly frames: readonly Frame[];
  readonly shown: number;
  readonly isRunning: boolean;
}

function Rows({ frames, shown, loops, from, to, isRunning }: RowsProps) {
  const box = useRef<HTMLElement>(null);
  useEffect(() => {
    const row = box.current?.querySelector<HTMLElement>(`[data-generation='${shown}']`);
    if (!box.current || !row) return;
    // in its own box: the page stays where it is
    const [top, bottom] = [row.offsetTop - 2 * row.offsetHeight, row.offsetTop + row.offsetHeight];
    if (top < box.current.scrollTop) box.current.scrollTop = Math.max(0, top);
    else if (bottom > box.current.scrollTop + box.current.clientHeight) box.current.scrollTop = bottom - box.current.clientHeight;
  }, [shown]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
    <section ref={box} className={styles.rows} tabIndex={0} aria-label="Table of text by generation" data-running={isRunning}>
      <table className={tables.table}>
        <thead>
          <tr>
            <th scope="col">
              <span className="visuallyHidden">Generation</span>
              <span aria-hidden="true">t</span>
            </th>
            {loops.map(({ id, name }) => (
              <th key={id} scope="col">
                <Mark loop={id} /> {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {frames.map((frame) => (
            <Row key={frame.generation} frame={frame} isShown={frame.generation === shown} loops={loops} from={from} to={to} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** All that is shown of this generation as text: to be read, copied, or heard. */
function ReadAll({ loops, frame }: { loops: readonly Loop[]; frame: Frame | undefined }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details className={styles.all} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>Read the text of generation {frame?.generation ?? 1}</summary>
      {isOpen && (
        <div className={styles.columns}>
          {loops.map(({ id, name }) => (
            <div key={id}>
              <h3>
                <Mark loop={id} /> {name}
              </h3>
              <Passage text={textOf(frame, id)} />
            </div>
          ))}
        </div>
      )}
    </details>
  );
}

const Passage = memo(function Passage({ text }: { text: ShownText | null }) {
  return (
    <p className={`${styles.passage} ${styles.set}`}>
      {text && text.count > 0 ? <Marked text={text} from={0} to={text.count} repeats={repeatsOf(text, text.count)} /> : 'nothing left to read'}
    </p>
  );
});
