import type { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl';
import { collapse, collapseDeviation, collapseSettings } from '../science/collapse';
import { createBackend } from '../src/backend/browser';
import type { Host } from '../src/engine/contracts';
import { fitFixed } from '../src/engine/models/gaussianMixture/fixedEm';
import { deviation, emCases } from '../test/fixtures/mixtureCases';

const load = () => Promise.reject(new Error('no files here'));
const files = { load, scriptAddresses: load };
const { openTensors } = createBackend();

const host: Host = {
  rung: 'webgl',
  tensors: () => openTensors('webgl', files),
  load,
};

/** What the journey calls on a page of its own: the engine's EM on WebGL, against the references and against its own float64 path. */
const onPage = {
  async device() {
    const { tf } = await openTensors('webgl', files);
    const { gl } = (tf.backend() as MathBackendWebGL).getGPGPUContext();
    const names = gl.getExtension('WEBGL_debug_renderer_info');
    return { backend: tf.getBackend(), name: names ? String(gl.getParameter(names.UNMASKED_RENDERER_WEBGL)) : '', tensors: tf.memory().numTensors };
  },

  async references() {
    const fits: { readonly name: string; readonly iterations: number; readonly worst: number }[] = [];
    for (const { name, task, expected } of emCases()) {
      for (const { iterations, ...wanted } of expected) {
        fits.push({ name, iterations, worst: deviation(await fitFixed({ ...task, iterations, path: 'tfjs' }, host), wanted) });
      }
    }
    return fits;
  },

  async collapse(name: string) {
    const setting = collapseSettings.find((known) => known.name === name);
    if (!setting) throw new Error(`no setting ${name}`);
    return collapseDeviation(collapse(setting), await openTensors('webgl', files));
  },
};

export type OnPage = typeof onPage;
Object.assign(window, { onPage });
