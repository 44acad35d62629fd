/**
 * Float64 kernels of the engine in AssemblyScript, for WebAssembly with 128-bit SIMD. `npm run kernels` compiles it.
 *
 * They give the bits of the TypeScript that stands beside their callers: the same operations in the same order, one lane a sum, and nothing is
 * fused or relaxed. Every `usize` is an address of float64 numbers in the memory that the caller brings.
 */

export * from './numerics/cholesky';
export * from './numerics/em';
export * from './numerics/median';
export * from './numerics/normals';
export * from './numerics/pairs';
