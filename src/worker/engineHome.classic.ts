/**
 * Where the engine lives without a server's help, in a sandboxed frame or a file opened from disk: modules, workers with an address and
 * fetched files are all refused there, classic scripts are not. So each file is a classic script that puts its content into `madLabFiles`;
 * it may stand in the page already. The worker is a blob of its text.
 */
import { classicFiles, fileAddress } from '../files/classicFiles';
import { notLoaded } from '../protocol/notLoaded';
import type { LoadedFile } from './engineHome';

const addressOf = (code: string) => URL.createObjectURL(new Blob([code], { type: 'text/javascript' }));

let workerUrl = '';

/** Needs the file `engine.js`: whoever starts an app of classic scripts loads it first. */
export function startWorker(): Worker {
  workerUrl ||= addressOf(classicFiles()['engine.js'] ?? '');
  return new Worker(workerUrl, { name: 'mad-lab-engine' });
}

export const baseUrl = (): string | null => null;

const loading = new Map<string, Promise<LoadedFile>>();

/** A file: code as it is, with the address of a blob of it; anything else in base64. */
export function loadFile(path: string): Promise<LoadedFile> {
  const known = loading.get(path) ?? fetchFile(path).then((text) => ({ text, address: path.endsWith('.js') ? addressOf(text) : null }));
  loading.set(path, known);
  // another try may find the connection back
  known.catch(() => loading.delete(path));
  return known;
}

function fetchFile(path: string): Promise<string> {
  const present = classicFiles()[path];
  if (present !== undefined) return Promise.resolve(present);
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    const fail = () => {
      script.remove();
      reject(new Error(missing(path)));
    };
    script.src = fileAddress(path);
    script.onerror = fail;
    script.onload = () => {
      const text = classicFiles()[path];
      script.remove();
      if (text === undefined) fail();
      else resolve(text);
    };
    document.head.append(script);
  });
}

function missing(path: string): string {
  if (location.protocol === 'file:')
    return `This file carries only what its experiment needs, and ${path} is not part of it. MAD Lab’s page has all.`;
  return notLoaded(path);
}
