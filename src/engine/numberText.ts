import { withHyphens } from './names';

const THOUSANDS = /^[+-]?[1-9]\d{0,2}([,\s'’]\d{3})+$/;
const DECIMAL_COMMA = /^([+-]?\d*),(\d+(e[+-]?\d+)?)$/i;
const DECIMAL = /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i;

/**
 * A number in decimal notation, as people write it: typographic minus, 0,8 for 0.8. Where only whole numbers count, 1,000 is a thousand.
 * NaN for any other text, `0x10` and nothing at all too.
 */
export function readDecimal(text: string, whole = false): number {
  const written = withHyphens(text.trim());
  const number = whole && THOUSANDS.test(written) ? written.replace(/[,\s'’]/g, '') : written.replace(DECIMAL_COMMA, '$1.$2');
  return DECIMAL.test(number) ? Number(number) : Number.NaN;
}
