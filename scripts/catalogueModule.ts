import { type Plugin, runnerImport } from 'vite';

const RESOLVED = '\0catalogue';

/**
 * Replaces `#catalogue` in the page's build by the data it evaluates to. The catalogue is made from the registries, and the registries
 * hold every model and metric: bundled as code, they would all land in the page's chunk, which needs their names and words alone.
 * Build plugins don't reach the worker's bundle, so the worker keeps the registries that it runs anyway.
 */
export function catalogueModule(): Plugin {
  return {
    name: 'mad-lab:catalogue',
    apply: 'build',
    enforce: 'pre',
    resolveId: { filter: { id: /^#catalogue$/ }, handler: () => RESOLVED },
    load: {
      filter: { id: new RegExp(`^${RESOLVED}$`) },
      async handler() {
        const { module, dependencies } = await runnerImport<{ catalogue: unknown }>('./src/engine/catalogue.ts');
        for (const file of dependencies) this.addWatchFile(file);
        return `export const catalogue = ${JSON.stringify(module.catalogue)};`;
      },
    },
  };
}
