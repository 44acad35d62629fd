const MINUTE = 60;

/** A number for reading: two or three significant digits, no exponent between 0.001 and a million. */
export function number(value: number): string {
  const size = Math.abs(value);
  if (Number.isInteger(value) && size < 1e6) return String(value).replace('-', '−');
  if (size !== 0 && (size < 0.001 || size >= 1e6)) return value.toExponential(1).replace('e+', 'e').replace('-', '−').replace('e-', 'e−');
  const digits = size >= 100 || size === 0 ? 0 : size >= 10 ? 1 : size >= 0.1 ? 2 : 3;
  return value.toFixed(digits).replace('-', '−');
}

/** "10,000". Not by `Intl`, whose first use takes a school's computer a seventh of a second: this is said while the page starts. */
export const thousands = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, ',');

export const percent = (share: number): string => `${share < 1000 ? Math.round(share * 100) : number(share * 100)}\u00a0%`;

/** "1st", "2nd", "3rd", "11th", "21st" of a whole number. */
export function ordinal(place: number): string {
  const isTeen = place % 100 >= 11 && place % 100 <= 13;
  return `${place}${isTeen ? 'th' : (['th', 'st', 'nd', 'rd'][place % 10] ?? 'th')}`;
}

/** "0.97 to 0.99", with as many digits as tell the ends apart; "8" where nothing does. */
export function span(low: number, high: number): string {
  if (Number(number(low)) !== Number(number(high))) return `${number(low)} to ${number(high)}`;
  for (let digits = 3; digits <= 5; digits++) {
    const [from, to] = [low, high].map((value) => Number(value.toFixed(digits)));
    if (from !== to) return `${from} to ${to}`.replaceAll('-', '−');
  }
  return number(high);
}

/** "0.21 s", "38 s", "3 min". */
export function seconds(value: number): string {
  if (value < 1) return `${Math.max(0.01, value).toFixed(2)} s`;
  if (value < 10) return `${value.toFixed(1)} s`;
  if (value < 90) return `${Math.round(value)} s`;
  return value < 90 * MINUTE ? `${Math.round(value / MINUTE)} min` : `${(value / MINUTE / MINUTE).toFixed(1)} h`;
}

/** "8.2" of 8,234,567 bytes. */
export const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(1);

/** "a", "a and b", "a, b and c". */
export function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words[words.length - 1]}`;
}

/** A name within a sentence: "recall". Names of people, and abbreviations, keep their capitals. */
export const withinSentence = (name: string): string =>
  /^(?!Frechet|Vendi|Wasserstein)[A-Z][a-z]/.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;

/** The same words with a capital at their beginning. */
export const capital = (words: string): string => words[0].toUpperCase() + words.slice(1);
