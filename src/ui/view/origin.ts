/** Whether `text` is an origin exactly as browsers write it: `https://host.example`, no path, no `null`. */
export function isOrigin(text: string): boolean {
  try {
    return text !== 'null' && new URL(text).origin === text;
  } catch {
    return false;
  }
}
