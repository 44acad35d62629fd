import { Marked } from 'marked';

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** What a text of a lesson or guide may be on paper: no HTML and no picture of its own, and links lead to the lab alone. */
function readerFrom(lab: string): Marked {
  return new Marked({
    renderer: {
      html: ({ text }) => escaped(text),
      image: ({ text }) => escaped(text),
      link({ href, tokens }) {
        const words = this.parser.parseInline(tokens);
        return href.startsWith('?') ? `<a href="${escaped(lab + href)}">${words}</a>` : words;
      },
    },
  });
}

/** Paragraphs and lists. `lab`: where the lab is, seen from the page. */
export const blocks = (text: string, lab: string): string => readerFrom(lab).parse(text, { async: false });

/** Words within a line. */
export const inline = (text: string, lab: string): string => readerFrom(lab).parseInline(text, { async: false });
