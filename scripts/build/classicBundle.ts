import react from '@vitejs/plugin-react';
import { build, defaultClientConditions, type PluginOption, type Rolldown } from 'vite';
import { briefsModule } from '../briefsModule';
import { formulasModule } from '../formulasModule';
import { lessonModule } from '../lessonModule';
import { markdownModule } from '../markdownModule';
import { scalePlugin } from '../tokens';
import { notePackages } from './bundledPackages';

export interface Classic {
  readonly code: string;
  readonly css: string;
}

/** Plugins of the page's own bundle; the engine needs none, and keeps its registries. */
export const PAGE_PLUGINS = (): PluginOption[] => [react(), briefsModule(), formulasModule(), lessonModule(), markdownModule()];

/** One classic script of a module and all that it imports, with the styles that go with it. `#…` imports take their classic form. */
export async function bundleClassic(entry: string, plugins: PluginOption[] = [], define: Record<string, string> = {}): Promise<Classic> {
  const { output } = (await build({
    configFile: false,
    logLevel: 'error',
    plugins: [...plugins, notePackages(entry)],
    define,
    css: { postcss: { plugins: [scalePlugin] } },
    resolve: { conditions: [...defaultClientConditions, 'classic'] },
    build: {
      write: false,
      target: 'es2022',
      copyPublicDir: false,
      modulePreload: false,
      cssCodeSplit: false,
      rolldownOptions: { input: entry, output: { format: 'iife', codeSplitting: false } },
    },
  })) as Rolldown.RolldownOutput;
  const scripts = output.filter((item) => item.type === 'chunk');
  if (scripts.length !== 1) throw new Error(`${entry} became ${scripts.length} scripts: ${scripts.map(({ fileName }) => fileName).join(', ')}`);
  const css = output.flatMap((item) => (item.type === 'asset' && item.fileName.endsWith('.css') ? String(item.source) : [])).join('\n');
  return { code: scripts[0].code, css };
}
