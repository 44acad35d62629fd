import { readDecimal } from '../../engine/numberText';

/** What a number field takes, and how it says so. */
export interface NumberRule {
  readonly name: string;
  readonly min: number;
  readonly max: number;
  readonly whole: boolean;
  readonly allowed?: readonly number[] | undefined;
}

function rangeText({ min, max, whole, allowed }: NumberRule): string {
  return allowed ? allowed.join(' or ') : `a ${whole ? 'whole ' : ''}number from ${min} to ${max}`;
}

/** The number in a text, or a message that names the key, the value and the range. */
export function readNumber(text: string, rule: NumberRule): { readonly value: number } | { readonly message: string } {
  const value = readDecimal(text.replaceAll(/\s/g, ''), rule.whole);
  const fits = value >= rule.min && value <= rule.max && (!rule.whole || Number.isInteger(value)) && (rule.allowed?.includes(value) ?? true);
  return fits ? { value } : { message: `${rule.name}: “${text.trim()}” is not ${rangeText(rule)}.` };
}
