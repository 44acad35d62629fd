import { formulas } from 'virtual:formulas';
import styles from './Explain.module.css';
import { type Subject, wordsOf } from './words';

interface ExplanationProps {
  readonly of: Subject;
  /** which way is good */
  readonly direction: string;
  /** what holds for this run alone */
  readonly remarks: readonly string[];
}

/** What a word of the page means. It comes with all the words and formulas that nobody needs before the first explanation. */
export default function Explanation({ of, direction, remarks }: ExplanationProps) {
  const { meaning, effect, latex, symbols, trap, source } = wordsOf(of);
  const math = formulas[latex];
  return (
    <>
      <p>{meaning}</p>
      {effect !== '' && <p>{effect}</p>}
      {direction !== '' && <p>{direction}</p>}
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: our own LaTeX, turned into MathML when the page was built */}
      {math && <p data-formula className={styles.formula} dangerouslySetInnerHTML={{ __html: math }} />}
      {symbols !== '' && <p className={styles.symbols}>{symbols}</p>}
      {trap !== '' && (
        <p>
          <strong>Beware:</strong> {trap}
        </p>
      )}
      {remarks.map((remark) => (
        <p key={remark}>{remark}</p>
      ))}
      <p className={styles.source}>Source: {source}</p>
    </>
  );
}
