import { computesInTensors } from '../../engine/catalogue';
import type { Badge } from '../../protocol/messages';

const ENGINES: Record<Badge['rung'], string> = {
  webgl: 'TensorFlow.js on the GPU (webgl)',
  wasm: 'TensorFlow.js on the CPU (wasm)',
  cpu: 'TensorFlow.js on the CPU (plain JavaScript)',
};

/** Where data stay. */
export const NOTHING_IS_SENT = 'Everything runs in this tab; nothing is sent.';

/** What computes, as read from the running worker, and why. */
export function badgeDetails({ rung, renderer, reason }: Badge, model: string): string {
  const float64 = !computesInTensors(model, rung);
  const engine = float64 ? 'float64 on the CPU' : ENGINES[rung];
  return [engine, rung === 'webgl' && !float64 ? renderer : '', reason].filter((part) => part !== '').join(' · ');
}

/** What computes, for readers. */
export function badgeWords({ rung }: Badge, model: string): string {
  if (!computesInTensors(model, rung)) return 'computed in this tab, in double precision';
  return `computed in this tab, on the ${rung === 'webgl' ? 'graphics card' : 'processor'}${rung === 'cpu' ? ', without WebAssembly: slowly' : ''}`;
}
