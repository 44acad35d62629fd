/** What is said of a file of public/ that can't be had: readers know what is in it, not its path. */
export function notLoaded(path: string): string {
  const what = /^(digits|speech|classifier)\//.test(path) ? 'The digits' : path;
  return `${what} could not be loaded. Check the connection, then try again.`;
}
