import { hindranceHere } from './hindrance';
import type { FromKeeper, ToKeeper } from './messages';

/** The folder that the page lies in. */
export const scopeHere = (): string => new URL('./', document.baseURI).href;

/** Our own registration, not one of a page in a folder above. Looks only: nothing is stored by asking. */
export async function ownRegistration(): Promise<ServiceWorkerRegistration | null> {
  if (hindranceHere() !== null) return null;
  try {
    const registration = await navigator.serviceWorker.getRegistration(scopeHere());
    return registration?.scope === scopeHere() ? registration : null;
  } catch {
    // storage is blocked
    return null;
  }
}

/** Puts a question to a service worker. */
export function ask(worker: ServiceWorker, message: ToKeeper): Promise<FromKeeper> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }: MessageEvent<FromKeeper>) => {
      port1.close();
      resolve(data);
    };
    worker.postMessage(message, [port2]);
  });
}
