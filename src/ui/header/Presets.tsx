import { type MouseEvent, useEffect, useRef } from 'react';
import { parseQuery } from '../../engine/experimentText';
import { labStore } from '../../store/labStore';
import { PRESETS } from '../text/presets';
import styles from './Header.module.css';

/** A plain list of links; a click opens them in place, a new tab works as with any link. */
export function Presets() {
  const list = useRef<HTMLDetailsElement>(null);

  useEffect(() => {
    const closeOutside = (event: Event) => {
      if (list.current?.open && !list.current.contains(event.target as Node)) list.current.open = false;
    };
    const closeOnEscape = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || !list.current?.open) return;
      list.current.open = false;
      list.current.querySelector('summary')?.focus();
    };
    addEventListener('pointerdown', closeOutside);
    addEventListener('focusin', closeOutside);
    addEventListener('keydown', closeOnEscape);
    return () => {
      removeEventListener('pointerdown', closeOutside);
      removeEventListener('focusin', closeOutside);
      removeEventListener('keydown', closeOnEscape);
    };
  }, []);

  const open = (event: MouseEvent, query: string) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    const { experiment, notes } = parseQuery(query);
    labStore.getState().open(experiment, notes);
    if (list.current) list.current.open = false;
  };

  return (
    <details ref={list} className={styles.presets}>
      <summary className={styles.action}>Presets</summary>
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
    </details>
  );
}
