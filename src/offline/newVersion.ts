import { offlineStore, setNewVersion } from './offlineStore';
import { ask, ownRegistration } from './registration';

let watched: ServiceWorkerRegistration | null = null;

/** Tells of a newer version as soon as all of it is stored. It waits for the reader's word. */
export function watchForNewVersion(registration: ServiceWorkerRegistration): void {
  if (watched === registration) return;
  watched = registration;
  const tell = () => {
    if (registration.waiting && registration.active && offlineStore.getState().newVersion.status === 'none') setNewVersion({ status: 'ready' });
  };
  const follow = () => registration.installing?.addEventListener('statechange', tell);
  registration.addEventListener('updatefound', follow);
  follow();
  tell();
}

/** Changes to the newer version and loads the page anew, unless other tabs still show the old one: their later parts would be gone. */
export async function takeNewVersion(): Promise<void> {
  const waiting = (await ownRegistration())?.waiting;
  if (!waiting) return location.reload();
  setNewVersion({ status: 'taking' });
  navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
  const answer = await ask(waiting, { type: 'use' });
  if (answer.type === 'using' && answer.otherTabs > 0) setNewVersion({ status: 'busy', otherTabs: answer.otherTabs });
}

/** The note goes; the newer version is there when the page is next opened after all of its tabs were closed. */
export const laterVersion = (): void => setNewVersion({ status: 'later' });
