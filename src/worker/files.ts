import { EngineError } from '../engine/errors';
import type { FromWorker, ToWorker } from '../protocol/messages';

type FileMessage = Extract<ToWorker, { type: 'file' }>;

let baseUrl: string | null = self.location.href;
const waiting = new Map<string, ((file: FileMessage) => void)[]>();

/** Where files are fetched from; null: the page is asked. */
export function filesAt(url: string | null): void {
  baseUrl = url;
}

/** The page's answer. */
export function fileArrived(file: FileMessage): void {
  const readers = waiting.get(file.path) ?? [];
  waiting.delete(file.path);
  for (const reader of readers) reader(file);
}

/**
 * A file of public/, by its path.
 * @throws EngineError `asset-missing` where it can't be had
 */
export async function loadBytes(path: string): Promise<Uint8Array<ArrayBuffer>> {
  if (baseUrl === null) return bytesOf(await askPage(path));
  const response = await fetch(new URL(path, baseUrl)).catch(() => null);
  if (!response?.ok) throw new EngineError('asset-missing', `${path} could not be loaded. Check the connection, then try again.`);
  return new Uint8Array(await response.arrayBuffer());
}

/** Where a script of ours can be imported from. Where none can be fetched it is the page's blob: WebKit loads no blob that a worker of a file made. */
export async function scriptAddress(path: string): Promise<string> {
  return baseUrl === null ? askPage(path) : new URL(path, baseUrl).href;
}

async function askPage(path: string): Promise<string> {
  const { text, problem } = await new Promise<FileMessage>((resolve) => {
    const readers = waiting.get(path);
    waiting.set(path, [...(readers ?? []), resolve]);
    if (!readers) self.postMessage({ type: 'wanted', path } satisfies FromWorker);
  });
  if (text === null) throw new EngineError('asset-missing', problem);
  return text;
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  const characters = atob(base64);
  const bytes = new Uint8Array(characters.length);
  for (let i = 0; i < bytes.length; i++) bytes[i] = characters.charCodeAt(i);
  return bytes;
}
