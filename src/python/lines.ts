/** A tag for a piece of Python: its lines, without the indentation that it has in our own code, and with backslashes as they stand. */
export function lines(strings: TemplateStringsArray, ...values: readonly (string | number)[]): readonly string[] {
  const all = String.raw(strings, ...values)
    .replace(/^\n/, '')
    .replace(/\s+$/, '')
    .split('\n');
  const indent = Math.min(...all.filter((line) => line.trim() !== '').map((line) => line.length - line.trimStart().length));
  return all.map((line) => line.slice(indent));
}
