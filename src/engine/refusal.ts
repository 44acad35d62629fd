/** Input that can't be taken as it stands: a command ends with exit code 2 and this one line, the page says it. */
export class Refusal extends Error {}

const LONGEST = 40;
/** Control and format characters, odd spaces, halves of characters: nothing to see, or not what it seems. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}\uFFFD]/gu;

const codeOf = (character: string) => `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/** The characters of a text that can't be seen, by their codes: "U+200B". */
export const invisibleIn = (text: string): string[] => [...new Set(text.match(INVISIBLE) ?? [])].map(codeOf);

/** A text as a message quotes it: short, on one line, what can't be seen by its code. */
export function excerpt(text: string, longest = LONGEST): string {
  const start = text.slice(0, longest).replace(INVISIBLE, (character) => `[${codeOf(character)}]`);
  return text.length > longest ? `${start}…` : start;
}

/** A value of JSON as a message quotes it, however long or deep it is. */
export function describe(value: unknown): string {
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list';
  if (typeof value === 'object' && value !== null) return 'an object';
  if (typeof value !== 'string') return excerpt(String(value));
  const text = JSON.stringify(value.slice(0, LONGEST)).replace(INVISIBLE, (character) => `\\u${codeOf(character).slice(2)}`);
  return value.length > LONGEST ? `${text}…` : text;
}

/** @param place as in JavaScript: `real[3][1]` */
export function refuse(place: string, value: unknown, allowed: string): never {
  throw new Refusal(value === undefined ? `${place} is missing; it has to be ${allowed}` : `${place} = ${describe(value)} is not ${allowed}`);
}
