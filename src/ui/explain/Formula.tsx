import { formulas } from 'virtual:formulas';
import styles from './Explain.module.css';

/** A formula of the catalogue or of a control, by its LaTeX. */
export default function Formula({ latex }: { latex: string }) {
  const math = formulas[latex];
  // biome-ignore lint/security/noDangerouslySetInnerHtml: our own LaTeX, turned into MathML when the page was built
  return math ? <p data-formula className={styles.formula} dangerouslySetInnerHTML={{ __html: math }} /> : null;
}
