/** `npm run kernels`: compiles kernels/vaeStep.ts into src/backend/vaeStep/binary.ts, which is committed: whoever runs MAD Lab need not compile it. */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import asc from 'assemblyscript/asc';

const SOURCE = 'kernels/vaeStep.ts';
export const TARGET = 'src/backend/vaeStep/binary.ts';
const OPTIONS = ['--optimizeLevel', '3', '--noAssert', '--runtime', 'stub', '--enable', 'simd', '--importMemory', '--noExportMemory'];

/** The module's bytes. */
export async function compileKernels(): Promise<Uint8Array> {
  let binary: Uint8Array | null = null;
  const { error, stderr } = await asc.main([SOURCE, ...OPTIONS, '--outFile', 'vaeStep.wasm'], {
    writeFile: (_name, contents) => {
      if (typeof contents !== 'string') binary = contents;
    },
  });
  if (error || !binary) throw new Error(`${SOURCE} was not compiled: ${error?.message}\n${stderr}`);
  return binary;
}

/** The TypeScript that carries them. */
export const binaryModule = (
  bytes: Uint8Array,
): string => `/** kernels/vaeStep.ts, compiled by \`npm run kernels\`: ${bytes.length} bytes of WebAssembly, base64. */
export const BINARY =
  '${Buffer.from(bytes).toString('base64')}';
`;

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(TARGET, binaryModule(await compileKernels()));
