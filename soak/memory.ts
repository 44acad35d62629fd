import type { CDPSession, Page } from '@playwright/test';

const MB = 1_000_000;

/** What page and worker hold when all that can be collected is. */
export interface Memory {
  readonly pageMB: number;
  readonly workerMB: number;
  /** typed arrays of the worker: data, models that are kept */
  readonly buffersMB: number;
  readonly nodes: number;
  readonly listeners: number;
  /** of TensorFlow.js; 0 before it is loaded */
  readonly tensors: number;
}

interface HeapUsage {
  readonly usedSize: number;
  readonly backingStorageSize: number;
}

/** The debugger of the page's newest worker, behind the page's own. */
async function workerDebugger(session: CDPSession): Promise<<Result>(method: string) => Promise<Result>> {
  const waiting = new Map<number, (result: never) => void>();
  let sessionId = '';
  session.on('Target.attachedToTarget', (event) => {
    if (event.targetInfo.type === 'worker') sessionId = event.sessionId;
  });
  session.on('Target.receivedMessageFromTarget', ({ message }) => {
    const { id, result } = JSON.parse(message);
    waiting.get(id)?.(result as never);
    waiting.delete(id);
  });
  await session.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: false, flatten: false });
  let lastId = 0;
  return async (method) => {
    const id = ++lastId;
    const answer = new Promise<never>((resolve) => waiting.set(id, resolve));
    await session.send('Target.sendMessageToTarget', { sessionId, message: JSON.stringify({ id, method }) });
    return answer;
  };
}

/** Measures a page, again and again. */
export async function createMeter(page: Page): Promise<() => Promise<Memory>> {
  const session = await page.context().newCDPSession(page);
  const worker = await workerDebugger(session);
  return async () => {
    await session.send('HeapProfiler.collectGarbage');
    await worker('HeapProfiler.collectGarbage');
    const own = await session.send('Runtime.getHeapUsage');
    const its = await worker<HeapUsage>('Runtime.getHeapUsage');
    const { nodes, jsEventListeners } = await session.send('Memory.getDOMCounters');
    const tensors = await page
      .workers()
      .at(-1)
      ?.evaluate(() => {
        const engine = (self as unknown as { _tfengine?: { memory(): { numTensors: number } } })._tfengine;
        return engine?.memory().numTensors ?? 0;
      });
    return {
      pageMB: own.usedSize / MB,
      workerMB: its.usedSize / MB,
      buffersMB: its.backingStorageSize / MB,
      nodes,
      listeners: jsEventListeners,
      tensors: tensors ?? 0,
    };
  };
}

export const print = (memory: Memory): string =>
  Object.entries(memory)
    .map(([name, value]) => `${name} ${Number(value).toFixed(name.endsWith('MB') ? 2 : 0)}`)
    .join(', ');

/** Growth per step of a row of measurements, by least squares, the first third left out: caches warm up. */
export function growth(values: readonly number[]): number {
  const warm = values.slice(Math.floor(values.length / 3));
  const middle = (warm.length - 1) / 2;
  const mean = warm.reduce((sum, value) => sum + value, 0) / warm.length;
  const covariance = warm.reduce((sum, value, i) => sum + (i - middle) * (value - mean), 0);
  return covariance / warm.reduce((sum, _, i) => sum + (i - middle) ** 2, 0);
}
