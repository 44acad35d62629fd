/** Objects and messages of the schema: each message is what stands behind the place in a sentence, with the value and what is allowed instead. */
import * as v from 'valibot';
import { describe } from '../engine/refusal';

interface Issue {
  readonly input: unknown;
}

/** "is missing; it has to be …", or "= 3 is not …". */
export function instead(allowed: string): (issue: Issue) => string {
  return ({ input }) => {
    if (input === undefined) return `is missing; it has to be ${allowed}`;
    // YAML takes 14 for a number and true for a truth, whatever is meant
    const quotes = (typeof input === 'number' || typeof input === 'boolean') && allowed.startsWith('text') ? '; put it in quotes' : '';
    return `= ${describe(input)} is not ${allowed}${quotes}`;
  };
}

/** An object with these fields and no others: a misspelt one would quietly be left out. */
export function fields<const Entries extends v.ObjectEntries>(entries: Entries) {
  return v.strictObject(entries, (issue) => {
    const key = issue.path?.at(-1)?.key;
    if (issue.expected === 'never') {
      // {ask: So, why?} has two fields for YAML
      const comma = typeof key === 'string' && key.includes(' ') ? '; text with a comma in it stands in quotes' : '';
      return `is not known here; allowed are ${Object.keys(entries).join(', ')}${comma}`;
    }
    const entry = typeof key === 'string' && issue.received === 'undefined' ? entries[key] : undefined;
    // what it has to be is best said by itself
    const [own] = entry ? (v.safeParse(entry as v.GenericSchema, undefined).issues ?? []) : [];
    return own?.message ?? instead(`an object with ${Object.keys(entries).join(', ')}`)(issue);
  });
}
