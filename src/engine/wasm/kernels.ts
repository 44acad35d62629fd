import { BINARY } from './binary';

/** What kernels/numerics.ts exports; what each does is said there. Addresses are bytes. */
interface Exports {
  responsibilities(
    x: number,
    y: number,
    times: number,
    from: number,
    to: number,
    pitch: number,
    components: number,
    parameters: number,
    shares: number,
    before: number,
  ): number;
  addMeans(x: number, y: number, from: number, to: number, pitch: number, components: number, shares: number, sums: number): void;
  addCovariances(
    x: number,
    y: number,
    from: number,
    to: number,
    pitch: number,
    components: number,
    shares: number,
    means: number,
    sums: number,
  ): void;
  normals(state: number, into: number, count: number): void;
  nearestOfPairs(
    rows: number,
    pairs: number,
    count: number,
    dim: number,
    k: number,
    nearest: number,
    worst: number,
    from: number,
    to: number,
    out: number,
  ): void;
  ballsOfPairs(
    rows: number,
    limits: number,
    pairs: number,
    count: number,
    dim: number,
    from: number,
    to: number,
    covered: number,
    strict: number,
    out: number,
  ): void;
  nextColumn(axes: number, dim: number, pitch: number, factor: number, columns: number, rank: number, residual: number, pivot: number): void;
  survey(residual: number, count: number, trace: number): number;
  countPairs(axes: number, dim: number, pitch: number, count: number, from: number, to: number, low: number, high: number, bins: number): void;
  gatherPairs(axes: number, dim: number, pitch: number, count: number, from: number, to: number, low: number, high: number, into: number): number;
  products(columns: number, pitch: number, count: number, a: number, padded: number, gram: number): void;
}

interface Memory {
  readonly buffer: ArrayBuffer;
  grow(pages: number): number;
}

/** What every browser and Node have beside the language itself; old ones have no WebAssembly, or none with SIMD. */
interface Platform {
  readonly atob: (text: string) => string;
  readonly WebAssembly?: {
    readonly Module: new (bytes: Uint8Array) => object;
    readonly Instance: new (module: object, imports: object) => { readonly exports: object };
    readonly Memory: new (limits: { readonly initial: number }) => Memory;
  };
}

const { atob, WebAssembly: wasm } = globalThis as unknown as Platform;

const PAGE = 65_536;
/** Larger memories are not kept for others: they never shrink. */
const KEPT_BYTES = 8_000_000;
/** What this many at once have used is kept for the next ones. */
const KEPT = 2;

/** The kernels with a memory of their own. */
export interface Kernels extends Exports {
  readonly memory: Memory;
}

let compiled: object | null | undefined;
const idle: Kernels[] = [];

/** The module, or null where there is none: then the same arithmetic is done in TypeScript, to the same bits. */
function moduleOf(): object | null {
  if (compiled !== undefined) return compiled;
  try {
    compiled = wasm ? new wasm.Module(Uint8Array.from(atob(BINARY), (character) => character.charCodeAt(0))) : null;
  } catch {
    compiled = null;
  }
  return compiled;
}

/** Kernels with at least so many bytes of memory, for whoever gives them back; null where there are none, or no such memory. */
export function borrowKernels(bytes: number): Kernels | null {
  const module = moduleOf();
  if (!module || !wasm) return null;
  try {
    const kernels = idle.pop() ?? instantiate(module, wasm);
    makeRoom(kernels, bytes);
    return kernels;
  } catch {
    return null;
  }
}

/** Sees to at least so many bytes of memory; arrays that looked into it before are empty from then on. */
export function makeRoom({ memory }: Kernels, bytes: number): void {
  const lacking = bytes - memory.buffer.byteLength;
  if (lacking > 0) memory.grow(Math.ceil(lacking / PAGE));
}

function instantiate(module: object, { Instance, Memory }: NonNullable<Platform['WebAssembly']>): Kernels {
  const memory = new Memory({ initial: 1 });
  const { exports } = new Instance(module, { env: { memory } });
  return { ...(exports as Exports), memory };
}

export function giveBackKernels(kernels: Kernels): void {
  if (idle.length < KEPT && kernels.memory.buffer.byteLength <= KEPT_BYTES) idle.push(kernels);
}

/** Parts of a memory, one behind the other; every part starts at a multiple of 16 bytes. */
export function layout() {
  let bytes = 0;
  return {
    /** The address of a part of so many bytes. */
    part(size: number): number {
      const at = bytes;
      bytes += 16 * Math.ceil(size / 16);
      return at;
    },
    /** Of all parts so far. */
    bytes: () => bytes,
  };
}
