/** Input that can't be taken as it stands: a command ends with exit code 2 and this one line, the page says it. */
export class Refusal extends Error {}

const LONGEST = 40;
/** Control and format characters, odd spaces, halves of characters: nothing to see, or not what it seems. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}\uFFFD]/gu;

const codeOf = (character: string) => `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/** The characters of a text that can't be seen, by their codes: "U+200B". */
export const invisibleIn = (text: string): string[] => [...new Set(text.match(INVISIBLE) ?? [])].map(codeOf);

/** The beginning of a text as it is written, character by character, at most so many characters of it; and … where it goes on. */
function beginning(text: string, longest: number, write: (character: string) => string): readonly [shown: string, end: string] {
  let shown = '';
  for (const character of text.slice(0, longest)) {
    const written = write(character);
    if (shown.length + written.length > longest) return [shown, '…'];
    shown += written;
  }
  return [shown, text.length > longest ? '…' : ''];
}

/** A text as a message quotes it: short, on one line, what can't be seen by its code. */
export function excerpt(text: string, longest = LONGEST): string {
  const [shown, end] = beginning(text, longest, (character) => character.replace(INVISIBLE, `[${codeOf(character)}]`));
  return `${shown}${end}`;
}

/** A value of JSON as a message quotes it, however long or deep it is. */
export function describe(value: unknown): string {
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list';
  if (typeof value === 'object' && value !== null) return 'an object';
  if (typeof value !== 'string') return excerpt(String(value));
  const inQuotes = (character: string) =>
    JSON.stringify(character)
      .slice(1, -1)
      .replace(INVISIBLE, `\\u${codeOf(character).slice(2)}`);
  const [shown, end] = beginning(value, LONGEST, inQuotes);
  return `"${shown}"${end}`;
}

/** @param place as in JavaScript: `real[3][1]` */
export function refuse(place: string, value: unknown, allowed: string): never {
  throw new Refusal(value === undefined ? `${place} is missing; it has to be ${allowed}` : `${place} = ${describe(value)} is not ${allowed}`);
}
