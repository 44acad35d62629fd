/** Where the engine lives: its worker, a module at an address of its own, and the files beside the page, which it fetches itself. */
export const startWorker = (): Worker => new Worker(new URL('./engine.worker.ts', import.meta.url), { type: 'module', name: 'mad-lab-engine' });

/** Where files are fetched from; null: the page loads them for its worker. */
export const baseUrl = (): string | null => document.baseURI;

/** A file that the page loads for its worker. */
export interface LoadedFile {
  readonly text: string;
  /** of code */
  readonly address: string | null;
}

export const loadFile = (path: string): Promise<LoadedFile> => Promise.reject(new Error(`${path} is for the worker to fetch.`));
