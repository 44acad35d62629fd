/** Links to work within whatever they were copied from: a chat, a mail, the column of a spreadsheet. */

/** A link with work behind it, or one that has lost it. */
export interface LinkFound {
  /** without the work itself */
  readonly link: string;
  readonly fragment: string;
  /** lines that a mailer may have cut off its end */
  readonly rest: readonly string[];
}

const BETWEEN = /[\s<>"'“”„«»|]+|[,;](?=[a-z]+:\/)/i;
/** of what a mailer puts into lines of its own */
const CUT_OFF = /^[\w-]{12,}$/;

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

export function linksIn(text: string): readonly LinkFound[] {
  const words = text.split(BETWEEN).filter((word) => word !== '');
  return words.flatMap((word, at) => {
    if (!/[?&;]lesson=/i.test(decoded(word))) return [];
    const hash = decoded(word).search('#');
    const next = words.slice(at + 1);
    const end = next.findIndex((one) => !CUT_OFF.test(one));
    return {
      link: decoded(word).replace(/([#&?;])a=.*$/i, '$1a=…'),
      fragment: hash < 0 ? '' : decoded(word).slice(hash),
      rest: end < 0 ? next : next.slice(0, end),
    };
  });
}
