import type { Plugin } from 'vite';

/**
 * Keeps the worker's entry out of every import: WebKit evaluates a module worker's entry a second time when one of its chunks imports it, and the
 * second copy takes the messages while the first computes. `strict` moves what chunks share with the entry into a chunk of its own
 * (Vite asks for the opposite and gives no setting for it); the build fails where a chunk imports the entry all the same.
 */
export function workerEntry(): Plugin {
  return {
    name: 'mad-lab:worker-entry',
    apply: 'build',
    options: (options) => ({ ...options, preserveEntrySignatures: 'strict' }),
    generateBundle(_, bundle) {
      const chunks = Object.values(bundle).filter((output) => output.type === 'chunk');
      const entries = chunks.filter(({ isEntry }) => isEntry).map(({ fileName }) => fileName);
      if (entries.length === 0) this.error('The worker has no entry.');
      for (const { fileName, imports, dynamicImports } of chunks) {
        const entry = [...imports, ...dynamicImports].find((imported) => entries.includes(imported));
        if (entry) this.error(`${fileName} imports the worker’s entry ${entry}: WebKit would start the worker twice.`);
      }
    },
  };
}
