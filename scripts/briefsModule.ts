import { type Plugin, runnerImport } from 'vite';
import type * as Briefs from '../src/presets/briefs.ts';

/** The presets in brief, as data made when the page is built: it starts with what it needs of each, and fetches the presets themselves when they are asked for. */
export function briefsModule(): Plugin {
  return {
    name: 'mad-lab:briefs',
    enforce: 'pre',
    load: {
      filter: { id: /\/src\/presets\/briefs\.ts$/ },
      async handler() {
        const { module, dependencies } = await runnerImport<typeof Briefs>('./src/presets/briefs.ts', { configFile: false });
        for (const file of dependencies) this.addWatchFile(file);
        return { code: `export const BRIEFS = ${JSON.stringify(module.BRIEFS)};`, moduleType: 'js' };
      },
    },
  };
}
