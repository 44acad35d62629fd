/** Blocks of which a fallback has none: they are an article. */
const ARTICLE = 'h1,h2,h3,h4,h5,h6,ul,ol,dl,table,section,article,aside,nav,header,footer,pre,blockquote,form,iframe,video,mad-loop';
const BLOCKS = 'p,div,figure';
/** Text of a fallback, in characters: a sentence or two and the words of a link. */
const LONGEST_FALLBACK = 300;

/**
 * Whether an element holds the article around it: HTML has no `<mad-loop … />`, and without an end tag all that follows stands inside.
 * A fallback is a link and a picture, at most a short paragraph and a figure.
 */
export function holdsArticle(element: Element): boolean {
  const paragraphs = element.querySelectorAll('p').length;
  const blocks = [...element.children].filter((child) => child.matches(BLOCKS)).length;
  if (element.querySelector(ARTICLE) || paragraphs > 1 || blocks > 2) return true;
  return (element.textContent?.replace(/\s+/g, ' ').length ?? 0) > LONGEST_FALLBACK;
}
