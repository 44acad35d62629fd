// biome-ignore-all lint/a11y/useFocusableInteractive: focus stays on the list, which names its active option
// biome-ignore-all lint/a11y/useKeyWithClickEvents: the list has the keys
import { type KeyboardEvent, type MouseEvent, type PointerEvent, type RefObject, useId, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { Loop } from '../../../engine/descriptions';
import type { ShownText } from '../../../engine/kinds/text';
import { frameShown } from '../../../store/selectors';
import { useLab } from '../../../store/useLab';
import { watchStore } from '../../../store/watch';
import { themeStore } from '../../theme';
import { choose, letGo, useChosen } from './chosen';
import { written } from './marks';
import { settingFor } from './passage';
import { type Placed, placeAt, type Setting } from './setting';
import styles from './Text.module.css';
import { textOf } from './texts';
import { useBox } from './useBox';
import { wordAfter } from './wordKeys';

/** So much of a text is read out before one enters it. */
const FIRST = { names: 20, running: 40 };

/** Over a pane's picture: its names or words, one of which can be asked about. */
export function Words({ loop }: { loop: Loop }) {
  const text = useLab((state) => textOf(frameShown(state), loop.id));
  return text?.pieces.some((piece) => piece !== '') ? <Pressed loop={loop} text={text} /> : null;
}

/** One picture with one button for whoever reads it, a list for whoever enters it: one stop for Tab; arrow keys move within. */
function Pressed({ loop: { id, name }, text }: { loop: Loop; text: ShownText }) {
  const box = useRef<HTMLDivElement>(null);
  const { side, width } = useBox(box);
  const surface = useStore(themeStore, ({ theme }) => (theme === 'projector' ? 'projector' : 'page'));
  const watched = useStore(watchStore, (state) => state.watched);
  const setting = useMemo(() => settingFor(text, { side, surface, width }, watched), [text, side, surface, width, watched]);
  const generation = useLab((state) => frameShown(state)?.generation ?? 0);
  const chosen = useChosen();
  const [last, setLast] = useState(0);
  const [entered, setEntered] = useState(false);
  const [under, setUnder] = useState(-1);
  const leaves = useRef(false);
  const { placed } = setting;
  const active = Math.min(chosen?.place ?? last, placed.length - 1);

  const ask = (place: number) => {
    setLast(place);
    if (place === chosen?.place && chosen.loop === id) letGo();
    else choose(id, place);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.metaKey) return;
    const next = wordAfter(event.key, event.ctrlKey, active, setting);
    if (next !== null) {
      setEntered(true);
      setLast(next);
      choose(id, next);
    } else if (event.key === 'Enter' || event.key === ' ') {
      if (entered) ask(active);
      else {
        setEntered(true);
        choose(id, active);
      }
    } else if (event.key === 'Escape' && (entered || chosen)) {
      letGo();
      leaves.current = entered;
      setEntered(false);
    } else return;
    event.preventDefault();
  };
  const wordUnder = ({ clientX, clientY, currentTarget }: MouseEvent) => {
    const { left, top } = currentTarget.getBoundingClientRect();
    return placeAt(setting, clientX - left, clientY - top);
  };
  const onClick = (event: MouseEvent) => {
    // pressed by a screen reader, not at a place
    if (event.detail === 0) return setEntered(true);
    const place = wordUnder(event);
    if (place >= 0) ask(place);
  };

  const shared = { 'data-words': id, onKeyDown, onClick };
  const what = text.isRunning ? 'Text' : 'Names';
  const label = `${what} of the ${name.toLowerCase()} loop, generation ${generation}`;
  return (
    <div
      ref={box}
      className={styles.over}
      onPointerMove={(event: PointerEvent) => setUnder(event.pointerType === 'mouse' ? wordUnder(event) : -1)}
      onPointerLeave={() => setUnder(-1)}
    >
      {side > 0 && under >= 0 && <Spot word={placed[under]} setting={setting} kind="under" />}
      {side > 0 && chosen && <Spot word={placed[chosen.place]} setting={setting} kind="chosen" />}
      {entered ? (
        <List
          {...shared}
          label={label}
          text={text}
          count={placed.length}
          active={active}
          selected={chosen?.place ?? -1}
          leave={() => setEntered(false)}
        />
      ) : (
        <Entrance {...shared} label={`${label}: choose one to ask about`} text={text} isLeft={leaves} />
      )}
    </div>
  );
}

/** A frame round one word. */
function Spot({ word, setting: { top, leading, size }, kind }: { word: Placed | undefined; setting: Setting; kind: 'under' | 'chosen' }) {
  if (!word) return null;
  const area = { left: word.x - size / 4, top: top + word.line * leading, width: word.width + size / 2, height: leading };
  return <span className={styles.spot} data-spot={kind} style={area} />;
}

interface OverText {
  readonly label: string;
  readonly text: ShownText;
  readonly 'data-words': string;
  onKeyDown(event: KeyboardEvent): void;
  onClick(event: MouseEvent): void;
}

/** Its first words are read out where one stands on it. */
function Entrance({ label, text, isLeft, ...events }: OverText & { isLeft: RefObject<boolean> }) {
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();
  useLayoutEffect(() => {
    if (isLeft.current) button.current?.focus();
    isLeft.current = false;
  }, [isLeft]);
  const { pieces, isRunning } = text;
  const first = pieces.slice(0, isRunning ? FIRST.running : FIRST.names).map((_, place) => written(text, place));
  return (
    <>
      <button ref={button} type="button" className={styles.press} aria-label={label} aria-describedby={id} {...events} />
      <span id={id} hidden>
        {first.join(isRunning ? ' ' : ', ')}
      </span>
    </>
  );
}

interface ListProps extends OverText {
  readonly count: number;
  readonly active: number;
  readonly selected: number;
  leave(): void;
}

function List({ label, text, count, active, selected, leave, ...events }: ListProps) {
  const list = useRef<HTMLDivElement>(null);
  const listId = useId();
  useLayoutEffect(() => list.current?.focus(), []);
  return (
    <div
      ref={list}
      role="listbox"
      className={styles.press}
      tabIndex={0}
      aria-label={label}
      aria-activedescendant={`${listId}-${active}`}
      onBlur={leave}
      {...events}
    >
      {text.pieces.slice(0, count).map((_, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the index is the place
        <div key={place} role="option" id={`${listId}-${place}`} aria-label={written(text, place) || 'empty'} aria-selected={place === selected} />
      ))}
    </div>
  );
}
