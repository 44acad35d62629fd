import type { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl';
import { createBackend } from '../src/backend/browser';
import { trainerOf } from '../src/engine/models/vae/trainer';
import { type Training, trainSteps } from '../test/vaeSteps';

const load = () => Promise.reject(new Error('no files here'));
const { openTensors } = createBackend();

/** What the journey calls on a page of its own: the VAE's steps on WebGL, and how much is drawn for them. */
const onPage = {
  async train(training: Training) {
    const backend = await openTensors('webgl', { load, scriptAddresses: load });
    const { gl } = (backend.tf.backend() as MathBackendWebGL).getGPGPUContext();
    const draw = gl.drawElements.bind(gl);
    let draws = 0;
    gl.drawElements = (...of) => {
      draws++;
      draw(...of);
    };
    const trained = await trainSteps(backend, trainerOf, training);
    return { trained, draws, backend: backend.tf.getBackend(), tensors: backend.tf.memory().numTensors };
  },
};

export type OnPage = typeof onPage;
Object.assign(window, { onPage });
