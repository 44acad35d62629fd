/** `npm run kernels`: compiles what stands in kernels/ into TypeScript modules, which are committed: whoever runs MAD Lab need not compile them. */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import asc from 'assemblyscript/asc';

interface Kernels {
  readonly source: string;
  readonly target: string;
}

export const KERNELS: readonly Kernels[] = [
  { source: 'kernels/numerics.ts', target: 'src/engine/wasm/binary.ts' },
  { source: 'kernels/vaeStep.ts', target: 'src/backend/vaeStep/binary.ts' },
];

const OPTIONS = ['--optimizeLevel', '3', '--noAssert', '--runtime', 'stub', '--enable', 'simd', '--importMemory', '--noExportMemory'];

/** The module's bytes. */
export async function compileKernels(source: string): Promise<Uint8Array> {
  let binary: Uint8Array | null = null;
  const { error, stderr } = await asc.main([source, ...OPTIONS, '--outFile', 'kernels.wasm'], {
    writeFile: (_name, contents) => {
      if (typeof contents !== 'string') binary = contents;
    },
  });
  if (error || !binary) throw new Error(`${source} was not compiled: ${error?.message}\n${stderr}`);
  return binary;
}

/** The TypeScript that carries them. */
export const binaryModule = (
  source: string,
  bytes: Uint8Array,
): string => `/** ${source}, compiled by \`npm run kernels\`: ${bytes.length} bytes of WebAssembly, base64. */
export const BINARY =
  '${Buffer.from(bytes).toString('base64')}';
`;

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const { source, target } of KERNELS) writeFileSync(target, binaryModule(source, await compileKernels(source)));
}
