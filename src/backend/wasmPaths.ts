// our own server serves the files; tfjs's default would fetch them from a public network
import plain from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm?url';
import simd from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url';

export const wasmPaths = {
  'tfjs-backend-wasm.wasm': plain,
  'tfjs-backend-wasm-simd.wasm': simd,
  // never used (threads are off), but tfjs insists on an entry
  'tfjs-backend-wasm-threaded-simd.wasm': simd,
};
