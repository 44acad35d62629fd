/** How a column writes its numbers. The other of the two marks may stand between groups of three digits. */
export type DecimalMark = '.' | ',';

const MINUS = /^[\u2010-\u2013\u2212\uFE63\uFF0D](?=[\d.,])/;
/** 1 234,5 and 1'234.5: marks that can only stand between groups */
const GROUPED = /^[+-]?\d{1,3}(?:[ \u00A0\u2009\u202F'’]\d{3})+(?=$|[.,ed])/i;
const PATTERN = {
  '.': /^[+-]?(?:(?:\d+|[1-9]\d{0,2}(?:,\d{3})+)(?:\.\d*)?|\.\d+)(?:[ed][+-]?\d+)?$/i,
  ',': /^[+-]?(?:(?:\d+|[1-9]\d{0,2}(?:\.\d{3})+)(?:,\d*)?|,\d+)(?:[ed][+-]?\d+)?$/i,
} as const;

/** With an ASCII minus (pages and spreadsheets print U+2212), and without spaces between groups. */
function plain(cell: string): string {
  const signed = cell.replace(MINUS, '-');
  const [grouped] = GROUPED.exec(signed) ?? [];
  return grouped === undefined ? signed : grouped.replaceAll(/[^\d+-]/g, '') + signed.slice(grouped.length);
}

/** The number that a cell holds where `mark` is its decimal mark; NaN where it holds none. Fortran's 1.0D+02 is one, too. */
export function numberIn(cell: string, mark: DecimalMark): number {
  const text = plain(cell);
  if (!PATTERN[mark].test(text)) return Number.NaN;
  const whole = text.replaceAll(mark === '.' ? ',' : '.', '');
  return Number(whole.replace(',', '.').replace(/d/i, 'e'));
}

export const isNumber = (cell: string): boolean => {
  const text = plain(cell);
  return PATTERN['.'].test(text) || PATTERN[','].test(text);
};

const MISSING = /^(|na|n\/a|#n\/a|nan|null|nil|none|missing|[-–—.?]|#[a-z0-9/]+[!?])$/i;

/** What spreadsheets and statistics programs write where there is no value. */
export const isMissing = (cell: string): boolean => MISSING.test(cell);

/** Why a cell that should hold a number holds none, as far as can be told. */
export function whyNoNumber(cell: string): string {
  if (/%$/.test(cell)) return ': write it without %';
  if (/^(\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{4})/.test(cell)) return ' but a date';
  return /^[+-]?[\d.,]*\d\s*[a-zµ°²³/^]+$/i.test(cell.replace(MINUS, '-')) ? ': write it without its unit' : '';
}
