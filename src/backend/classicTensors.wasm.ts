import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import * as tf from './tensorflow';
import type { ClassicTensors } from './tensorflowParts.classic';

(globalThis as { madLabTensors?: ClassicTensors }).madLabTensors = { tf, setWasmPaths };
