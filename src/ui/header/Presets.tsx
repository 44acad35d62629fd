import { type MouseEvent, useRef } from 'react';
import { parseQuery } from '../../engine/experimentText';
import { labStore } from '../../store/labStore';
import { PRESETS } from '../text/presets';
import styles from './Header.module.css';

/** A plain list of links; a click opens them in place, a new tab works as with any link. */
export function Presets() {
  const list = useRef<HTMLDivElement>(null);

  const open = (event: MouseEvent, query: string) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    const { experiment, notes } = parseQuery(query);
    labStore.getState().open(experiment, notes);
    list.current?.hidePopover();
  };

  return (
    <>
      <button type="button" className={styles.action} popoverTarget="presets">
        Presets
      </button>
      <div id="presets" ref={list} popover="auto" className={styles.presets}>
        <h2 className="visuallyHidden">Presets</h2>
        <ul>
          {PRESETS.map(({ title, look, query }) => (
            <li key={title}>
              <a href={`?v=1${query === '' ? '' : `&${query}`}`} onClick={(event) => open(event, query)}>
                {title}
              </a>
              <p>{look}</p>
            </li>
          ))}
        </ul>
      </div>
    </>
  );
}
