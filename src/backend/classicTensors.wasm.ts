import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import * as tf from './tensorflow';
import type { ClassicTensors } from './tensorflowParts.classic';
import { registerVaeStep } from './vaeStep/register';

registerVaeStep(tf);

(globalThis as { madLabTensors?: ClassicTensors }).madLabTensors = { tf, setWasmPaths };
