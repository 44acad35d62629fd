import { fileURLToPath } from 'node:url';
import { build, type Rolldown } from 'vite';

/** A file of this folder and all that it imports of the engine and its backend in one script, which no page of the product needs. */
export async function bundled(file: string): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      rolldownOptions: { input: fileURLToPath(new URL(file, import.meta.url)), output: { format: 'iife', codeSplitting: false } },
    },
  });
  const [{ output }] = [result].flat() as Rolldown.RolldownOutput[];
  return output[0].code;
}
