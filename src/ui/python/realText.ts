import { classicFiles } from '../../files/classicFiles';

/** A file of real text: carried by the page, where it stands alone, or fetched as the engine does. */
export async function loadText(path: string): Promise<Uint8Array<ArrayBuffer>> {
  const carried = classicFiles()[path];
  if (carried !== undefined) return Uint8Array.from(atob(carried), (character) => character.charCodeAt(0));
  const response = await fetch(`./${path}`).catch(() => null);
  if (!response?.ok) throw new Error(`${path} could not be loaded. Check the connection, then try again.`);
  return new Uint8Array(await response.arrayBuffer());
}
