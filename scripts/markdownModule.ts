import { readFileSync } from 'node:fs';
import { Marked } from 'marked';
import type { Plugin } from 'vite';

/** What `import { html, sections } from './text.md'` gives: for the page, so its headings start below a dialog's own, and tables can scroll. */
interface Section {
  readonly id: string;
  readonly title: string;
}

/** Symbols as print sets them: n_s, D_{t−1} and 2^{t−1} with their indices below and above. */
function raised(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll(/(?<=[A-Za-zΣμσλκΑ-ω])_(?:\{([^}]+)\}|([A-Za-z0-9]+))/g, (_, group, word) => `<sub>${group ?? word}</sub>`)
    .replaceAll(/\^(?:\{([^}]+)\}|([A-Za-z0-9½]+))/g, (_, group, word) => `<sup>${group ?? word}</sup>`);
}

export function renderMarkdown(text: string): { readonly html: string; readonly sections: readonly Section[] } {
  const sections: Section[] = [];
  const markdown = new Marked({
    renderer: {
      heading({ tokens, depth, text: title }) {
        if (depth === 1) return '';
        const words = this.parser.parseInline(tokens);
        if (depth > 2) return `<h${depth + 1}>${words}</h${depth + 1}>\n`;
        const id = `model-${title.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}`;
        sections.push({ id, title });
        return `<h3 id="${id}" tabindex="-1">${words}</h3>\n`;
      },
      text(token) {
        return 'tokens' in token && token.tokens ? this.parser.parseInline(token.tokens) : raised(token.text);
      },
      table({ header, rows }) {
        const row = (cells: typeof header, tag: 'th' | 'td') =>
          `<tr>${cells.map(({ tokens }) => `<${tag}>${this.parser.parseInline(tokens)}</${tag}>`).join('')}</tr>`;
        const name = `Table: ${header.map((cell) => cell.text.replaceAll('`', '')).join(', ')}`;
        const head = `<thead>${row(header, 'th')}</thead>`;
        const body = `<tbody>${rows.map((cells) => row(cells, 'td')).join('')}</tbody>`;
        return `<div role="region" aria-label="${name}" tabindex="0"><table>${head}${body}</table></div>\n`;
      },
    },
  });
  return { html: markdown.parse(text, { async: false }), sections };
}

/** Markdown as HTML at build time: the page shows the very text that the repository holds, and carries no parser. */
export function markdownModule(): Plugin {
  return {
    name: 'mad-lab:markdown',
    enforce: 'pre',
    load: {
      filter: { id: /^(?!.*\/lessons\/files\/).*\.md$/ },
      handler(id) {
        const { html, sections } = renderMarkdown(readFileSync(id, 'utf8'));
        return { code: `export const html = ${JSON.stringify(html)};\nexport const sections = ${JSON.stringify(sections)};`, moduleType: 'js' };
      },
    },
  };
}
