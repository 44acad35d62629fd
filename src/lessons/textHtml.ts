/** A lesson's text as HTML that can do nothing: what looks like HTML or a picture is text, and links lead to this page alone. */
import { Marked } from 'marked';

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const markdown = new Marked({
  renderer: {
    html: ({ text }) => escaped(text),
    image: ({ text }) => escaped(text),
    link({ href, tokens }) {
      const words = this.parser.parseInline(tokens);
      return href.startsWith('?') ? `<a href="${escaped(href)}">${words}</a>` : words;
    },
  },
});

export const textHtml = (text: string): string => markdown.parse(text, { async: false });
