import { hindranceHere } from './hindrance';
import { keptBytes } from './keptBytes';
import type { FromKeeper } from './messages';
import { watchForNewVersion } from './newVersion';
import { type Kept, offlineStore, setKept } from './offlineStore';
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

/** Waits until a worker is at work (true), is given up (false), or has stored all and waits for its turn (true). */
function settled(worker: ServiceWorker, ends: readonly ServiceWorkerState[]): Promise<boolean> {
  return new Promise((resolve) => {
    const check = () => {
      if (ends.includes(worker.state)) resolve(worker.state !== 'redundant');
    };
    worker.addEventListener('statechange', check);
    check();
  });
}

/** Tries, one after the other: the browser gives up a worker that failed some time after it was said. */
let tries = 0;
let lastTry: Promise<void> = Promise.resolve();

/** @returns whether all is stored, or null where nobody waits for it any more */
async function store(isWanted: () => boolean): Promise<boolean | null> {
  if (!isWanted()) return null;
  const registration = await navigator.serviceWorker.register('./sw.js', { scope: './' });
  const { active, installing, waiting } = registration;
  const coming = installing ?? waiting;
  const succeeded = active
    ? (await ask(active, { type: 'fill' })).type === 'filled'
    : coming !== null && (await settled(coming, ['activated', 'redundant']));
  if (!isWanted()) return null;
  if (succeeded) watchForNewVersion(registration);
  return succeeded;
}

async function tryToStore(): Promise<void> {
  const mine = ++tries;
  const isWanted = () => mine === tries && isStoring();
  // its own: a try that ends takes no other's with it
  const listener = (event: MessageEvent<FromKeeper>) => heard(event);
  const container = navigator.serviceWorker;
  container.addEventListener('message', listener);
  try {
    await lastTry;
    const succeeded = await store(isWanted);
    if (succeeded !== null) setKept(succeeded ? { status: 'kept' } : { status: 'failed', problem: 'network' });
  } catch (error) {
    const refused = error instanceof DOMException && error.name === 'SecurityError';
    if (isWanted()) setKept({ status: 'failed', problem: refused ? 'refused' : 'network' });
  } finally {
    container.removeEventListener('message', listener);
  }
}

/** Stores the page and all that it may want in this browser. The reader has asked for it. */
export async function keep(): Promise<void> {
  if (isStoring()) return;
  const hindrance = hindranceHere();
  if (hindrance) return setKept({ status: 'failed', problem: hindrance });
  setKept({ status: 'storing', bytes: 0, total: keptBytes() ?? 0 });
  // asks the browser not to make room here first; works without
  navigator.storage?.persist?.().catch(() => false);
  lastTry = tryToStore();
  return lastTry;
}

async function whatIsKept(): Promise<Kept> {
  const active = (await ownRegistration())?.active;
  if (!active) return { status: (await ownCaches()).length > 0 ? 'incomplete' : 'none' };
  const answer = await ask(active, { type: 'check' });
  return { status: answer.type === 'checked' && answer.missing === 0 ? 'kept' : 'incomplete' };
}

/** Looks what is kept; nothing is stored by looking. */
export async function look(): Promise<void> {
  if (isStoring() || hindranceHere() !== null) return;
  const before = offlineStore.getState().kept;
  const now = await whatIsKept();
  // the reader may have pressed something meanwhile
  if (offlineStore.getState().kept === before) setKept(now);
}

/** Deletes the stored files and sends the service worker away. */
export async function remove(): Promise<void> {
  setKept({ status: 'removed' });
  // nobody waits for a try that was called off: it may never end
  tries++;
  lastTry = Promise.resolve();
  const registration = await ownRegistration();
  const installing = registration?.installing;
  await registration?.unregister();
  // what it is still storing would come after the deletion
  if (installing) await settled(installing, ['installed', 'activated', 'redundant']);
  for (const name of await ownCaches()) await caches.delete(name);
}
