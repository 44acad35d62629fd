import { hindranceHere } from './hindrance';
import { keptBytes } from './keptBytes';
import type { FromKeeper } from './messages';
import { watchForNewVersion } from './newVersion';
import { offlineStore, setKept } from './offlineStore';
import { ask, ownRegistration, scopeHere } from './registration';

const isStoring = () => offlineStore.getState().kept.status === 'storing';
const ownCaches = async () => (await caches.keys()).filter((name) => name === `mad-lab-${scopeHere()}`);

/** What the service worker tells while it stores. */
function heard({ data }: MessageEvent<FromKeeper>): void {
  const { kept } = offlineStore.getState();
  if (data.type === 'progress' && kept.status === 'storing') setKept({ status: 'storing', bytes: data.bytes, total: data.total });
  // the reason may come after the end that it explains
  if (data.type === 'failed' && (kept.status === 'storing' || kept.status === 'failed')) setKept({ status: 'failed', problem: data.problem });
}

/** Waits until a worker has stored all and is at work, or is given up. */
function settled(worker: ServiceWorker): Promise<boolean> {
  return new Promise((resolve) => {
    const look = () => {
      if (worker.state === 'activated') resolve(true);
      if (worker.state === 'redundant') resolve(false);
    };
    worker.addEventListener('statechange', look);
    look();
  });
}

async function store(): Promise<void> {
  const registration = await navigator.serviceWorker.register('./sw.js', { scope: './' });
  const { active, installing, waiting } = registration;
  let succeeded = false;
  if (active && !installing) succeeded = (await ask(active, { type: 'fill' })).type === 'filled';
  else {
    const worker = installing ?? waiting;
    succeeded = worker !== null && (await settled(worker));
  }
  if (succeeded && isStoring()) {
    setKept({ status: 'kept' });
    watchForNewVersion(registration);
  } else if (isStoring()) setKept({ status: 'failed', problem: 'network' });
}

/** Stores the page and all that it may want in this browser. The reader has asked for it. */
export async function keep(): Promise<void> {
  if (isStoring()) return;
  const hindrance = hindranceHere();
  if (hindrance) return setKept({ status: 'failed', problem: hindrance });
  setKept({ status: 'storing', bytes: 0, total: keptBytes() ?? 0 });
  navigator.serviceWorker.addEventListener('message', heard);
  // asks the browser not to make room here first; works without
  navigator.storage?.persist?.().catch(() => false);
  try {
    await store();
  } catch (error) {
    const refused = error instanceof DOMException && error.name === 'SecurityError';
    setKept({ status: 'failed', problem: refused ? 'refused' : 'network' });
  } finally {
    navigator.serviceWorker.removeEventListener('message', heard);
  }
}

/** Looks what is kept; nothing is stored by looking. */
export async function look(): Promise<void> {
  if (isStoring() || hindranceHere() !== null) return;
  const active = (await ownRegistration())?.active;
  if (active) {
    const answer = await ask(active, { type: 'check' });
    setKept({ status: answer.type === 'checked' && answer.missing === 0 ? 'kept' : 'incomplete' });
  } else setKept({ status: (await ownCaches()).length > 0 ? 'incomplete' : 'none' });
}

/** Deletes the stored files and sends the service worker away. */
export async function remove(): Promise<void> {
  setKept({ status: 'removed' });
  await (await ownRegistration())?.unregister();
  for (const name of await ownCaches()) await caches.delete(name);
}
