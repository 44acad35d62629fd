import { useState } from 'react';
import styles from './Pager.module.css';

/** Rows `from` to `to` (without it) of a long table, and the buttons that lead to the others; none where all fit on one page. */
export function usePages(count: number, size: number) {
  const [page, setPage] = useState(0);
  const from = Math.min(page, Math.max(0, Math.ceil(count / size) - 1)) * size;
  const to = Math.min(count, from + size);
  const pager = count > size && (
    <p className={styles.pager}>
      <button type="button" className="textButton" disabled={from === 0} onClick={() => setPage(from / size - 1)}>
        Earlier
      </button>
      generations {from + 1} to {to} of {count}
      <button type="button" className="textButton" disabled={to >= count} onClick={() => setPage(from / size + 1)}>
        Later
      </button>
    </p>
  );
  return { from, to, pager };
}
