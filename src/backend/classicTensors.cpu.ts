import '@tensorflow/tfjs-backend-cpu';
import * as tf from './tensorflow';
import type { ClassicTensors } from './tensorflowParts.classic';

(globalThis as { madLabTensors?: ClassicTensors }).madLabTensors = { tf };
