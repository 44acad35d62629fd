import temml from 'temml';
import { type Plugin, runnerImport } from 'vite';

const RESOLVED = '\0formulas';

interface Explained {
  readonly formula: string;
  readonly latex: string;
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** LaTeX as MathML, with `formula`, its words, for readers that don't know MathML; '' for no formula. Wrong LaTeX throws: a build must not draw red letters. */
export function mathml({ formula, latex }: Explained): string {
  if (latex === '') return '';
  const drawn = temml.renderToString(latex, { displayMode: true, throwOnError: true, strict: true });
  // the page has rules of its own, and needs neither temml's classes nor its styles
  const plain = drawn.replaceAll(/ (?:class|style)="[^"]*"/g, '');
  return plain.replace(/^<math[^>]*>/, `<math displaystyle="true" alttext="${escaped(formula)}">`);
}

/**
 * `virtual:formulas`: MathML of every formula that the page explains, by its LaTeX, made when the page is built. The page
 * gets ready markup and no renderer; the headless commands never see it.
 */
export function formulasModule(): Plugin {
  return {
    name: 'mad-lab:formulas',
    resolveId: { filter: { id: /^virtual:formulas$/ }, handler: () => RESOLVED },
    load: {
      filter: { id: new RegExp(`^${RESOLVED}$`) },
      async handler() {
        const { module, dependencies } = await runnerImport<typeof import('../src/ui/explain/words.ts')>('./src/ui/explain/words.ts');
        for (const file of dependencies) this.addWatchFile(file);
        const formulas = Object.fromEntries(module.EXPLAINED.map(([, words]) => [words.latex, mathml(words)]));
        return `export const formulas = ${JSON.stringify(formulas)};`;
      },
    },
  };
}
