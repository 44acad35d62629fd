/** The lines of a piece of Python, without the indentation that it has in our own code. */
export function lines(text: string): readonly string[] {
  const all = text.replace(/^\n/, '').replace(/\s+$/, '').split('\n');
  const indent = Math.min(...all.filter((line) => line.trim() !== '').map((line) => line.length - line.trimStart().length));
  return all.map((line) => line.slice(indent));
}
