import terms from '../dialogs/Dialog.module.css';
import { columnWords } from './columnWords';
import type { Results } from './results';

/** What stands in the table that Export saves, column by column. */
export default function Columns({ results }: { results: Results }) {
  const columns = columnWords(results);
  return (
    <dl className={terms.terms}>
      {columns.map(([column, words]) => (
        <div key={column}>
          <dt>{column}</dt>
          <dd>{words}</dd>
        </div>
      ))}
    </dl>
  );
}
