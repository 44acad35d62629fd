import type { createBackend } from '../backend/browser';
import type { Host, Rung, TensorBackend } from '../engine/contracts';
import type { WorkPhase } from '../protocol/messages';
import type { Breathing } from './breathe';
import type { Files } from './files';

/** A network that trains is seen four times a second at most. */
const GLIMPSE_MS = 250;

/** What computes: the real ladder of backends, or one of a test. */
export type Backend = ReturnType<typeof createBackend>;

/** For what needs real data and no tensors. */
export const createPlainHost = ({ load }: Pick<Files, 'load'>): Host => ({
  rung: 'cpu',
  load,
  tensors: () => Promise.reject(new Error('no tensors are needed here')),
});

/**
 * Where one run computes. What may keep the worker from answering is announced before it begins; tensor work breathes at its reads.
 * `opened`: tfjs, once the run has asked for it.
 */
export function createRunHost(
  rung: Rung,
  { openTensors }: Pick<Backend, 'openTensors'>,
  { load, scriptAddresses }: Pick<Files, 'load' | 'scriptAddresses'>,
  breathing: Breathing,
  announce: (phase: WorkPhase) => void,
): Host & { readonly opened: () => TensorBackend | null } {
  let tensors: Promise<TensorBackend> | null = null;
  let opened: TensorBackend | null = null;
  let seen = performance.now();

  async function open(): Promise<TensorBackend> {
    announce('start');
    opened = await openTensors(rung, { load, scriptAddresses }, () => announce('shaders'));
    const { read } = opened;
    const breath = breathing();
    return {
      ...opened,
      async read(tensor) {
        const values = await read(tensor);
        await breath();
        return values;
      },
    };
  }

  return {
    rung,
    load,
    tensors() {
      tensors ??= open();
      return tensors;
    },
    wantsGlimpse() {
      const now = performance.now();
      if (now - seen < GLIMPSE_MS) return false;
      seen = now;
      return true;
    },
    opened: () => opened,
  };
}
