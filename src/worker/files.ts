import { EngineError } from '../engine/errors';
import type { FromWorker, ToWorker } from '../protocol/messages';
import { notLoaded } from '../protocol/notLoaded';

type FileMessage = Extract<ToWorker, { type: 'file' }>;

/** How a worker comes to files of public/, by their paths. */
export interface Files {
  /** Where they are fetched from; null: the page is asked. */
  at(url: string | null): void;
  /** The page's answer. */
  arrived(file: FileMessage): void;
  /**
   * A file.
   * @throws EngineError `asset-missing` where it can't be had
   */
  load(path: string): Promise<Uint8Array<ArrayBuffer>>;
  /** Where a script of ours may be imported from: in a file opened from disk WebKit refuses blobs of the worker, Chromium those of the page. */
  scriptAddresses(path: string): Promise<string[]>;
}

export function createFiles(home: string, post: (message: FromWorker) => void): Files {
  let baseUrl: string | null = home;
  const waiting = new Map<string, ((file: FileMessage) => void)[]>();

  async function load(path: string): Promise<Uint8Array<ArrayBuffer>> {
    if (baseUrl === null) return bytesOf((await askPage(path)).text);
    const response = await fetch(new URL(path, baseUrl)).catch(() => null);
    if (!response?.ok) throw new EngineError('asset-missing', notLoaded(path));
    return new Uint8Array(await response.arrayBuffer());
  }

  async function scriptAddresses(path: string): Promise<string[]> {
    if (baseUrl !== null) return [new URL(path, baseUrl).href];
    const { text, address } = await askPage(path);
    return [URL.createObjectURL(new Blob([text], { type: 'text/javascript' })), ...(address === null ? [] : [address])];
  }

  async function askPage(path: string): Promise<{ text: string; address: string | null }> {
    const { text, address, problem } = await new Promise<FileMessage>((resolve) => {
      const readers = waiting.get(path);
      waiting.set(path, [...(readers ?? []), resolve]);
      if (!readers) post({ type: 'wanted', path });
    });
    if (text === null) throw new EngineError('asset-missing', problem);
    return { text, address };
  }

  return {
    at(url) {
      baseUrl = url;
    },
    arrived(file) {
      const readers = waiting.get(file.path) ?? [];
      waiting.delete(file.path);
      for (const reader of readers) reader(file);
    },
    load,
    scriptAddresses,
  };
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  const characters = atob(base64);
  const bytes = new Uint8Array(characters.length);
  for (let i = 0; i < bytes.length; i++) bytes[i] = characters.charCodeAt(i);
  return bytes;
}
