/** A solution as a link: the card that it is for, what it sets, and what it claims, which counts for nothing. */
import { isViewKey, type Parsed, parseQuery } from '../../engine/experimentText';
import { plainName } from '../../engine/names';
import { printPairs, readQuery, valuesIn } from '../../engine/query';

/** Keys by which a link may boast. */
const CLAIMS = ['cost', 'goal', 'par'] as const;

export interface Solution extends Parsed {
  /** null where the link names no card */
  readonly card: string | null;
  readonly guess: number | null;
  readonly claims: ReadonlyMap<string, string>;
}

/** `thrift`, or with a guess `caught-lying:17`. */
export function readCardKey(value: string): { readonly card: string; readonly guess: number | null } {
  const [card = '', guess] = value.split(':');
  return { card, guess: guess !== undefined && /^\d{1,4}$/.test(guess) ? Number(guess) : null };
}

export const printCardKey = (card: string, guess: number | null): string => (guess === null ? card : `${card}:${guess}`);

export function readSolution(query: string): Solution {
  const values = valuesIn(query);
  const { card, guess } = readCardKey(values.get('card') ?? '');
  const claims = new Map<string, string>(CLAIMS.flatMap((name) => (values.has(name) ? [[name, values.get(name) ?? ''] as const] : [])));
  const own = readQuery(query).filter(([name]) => !isViewKey(name) && !claims.has(plainName(name)));
  return { ...parseQuery(printPairs(own)), card: card === '' ? null : card, guess, claims };
}
