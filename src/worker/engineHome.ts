/** Where the engine lives: its worker, a module at an address of its own, and the files beside the page, which it fetches itself. */
export const startWorker = (): Worker => new Worker(new URL('./engine.worker.ts', import.meta.url), { type: 'module', name: 'mad-lab-engine' });

/** Where files are fetched from; null: the page loads them for its worker. */
export const baseUrl = (): string | null => document.baseURI;

export const loadFile = (path: string): Promise<string> => Promise.reject(new Error(`${path} is for the worker to fetch.`));
