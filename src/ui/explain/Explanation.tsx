import { formulas } from 'virtual:formulas';
import { useStore } from 'zustand';
import { openDialog, useDialogsAreThere } from '../dialogs/openDialog';
import { lessonDoor } from '../lesson/lessonDoor';
import styles from './Explain.module.css';
import { type Subject, wordsOf } from './words';

interface ExplanationProps {
  readonly of: Subject;
  /** which way is good */
  readonly direction: string;
  /** what holds for this run alone */
  readonly remarks: readonly string[];
}

/** What a word of the page means; how it is computed, and where it misleads, one press further. It comes with all the words and formulas that nobody needs before the first explanation. */
export default function Explanation({ of, direction, remarks }: ExplanationProps) {
  const { trap: known, meaning, effect, latex, symbols, source } = wordsOf(of);
  // where a score misleads is for many a lesson to find out
  const isHeldBack = useStore(lessonDoor, (state) => state.isHeldBack);
  const trap = isHeldBack ? '' : known;
  const math = formulas[latex];
  const hasDialogs = useDialogsAreThere();
  return (
    <>
      <p>{[meaning, effect, direction].filter((words) => words !== '').join(' ')}</p>
      {remarks.map((remark) => (
        <p key={remark}>{remark}</p>
      ))}
      <details>
        <summary>
          {[...(math ? ['Formula'] : []), ...(trap === '' ? [] : ['trap']), 'source'].join(', ').replace(/^./, (first) => first.toUpperCase())}
        </summary>
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: our own LaTeX, turned into MathML when the page was built */}
        {math && <p data-formula className={styles.formula} dangerouslySetInnerHTML={{ __html: math }} />}
        {symbols !== '' && <p className={styles.symbols}>{symbols}</p>}
        {trap !== '' && (
          <p>
            <strong>Beware:</strong> {trap}
          </p>
        )}
        <p className={styles.source}>
          {`Source: ${source}. `}
          {hasDialogs && (
            <button type="button" className="textButton" onClick={() => openDialog('how')}>
              How this is computed
            </button>
          )}
        </p>
      </details>
    </>
  );
}
