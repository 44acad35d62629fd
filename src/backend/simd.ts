/** A function whose body is one SIMD instruction. */
const MODULE = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 10, 1, 8, 0, 65, 0, 253, 15, 253, 98, 11]);

/** The wasm file that tfjs takes here: the faster one where this engine has the SIMD that it is made of. */
export const wasmFileHere = () => (WebAssembly.validate(MODULE) ? 'tfjs-backend-wasm-simd.wasm' : 'tfjs-backend-wasm.wasm');
