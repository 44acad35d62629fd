import { lazy, useEffect } from 'react';
import { ownRegistration } from '../../offline/registration';
import { Late } from '../Late';
import { useNewVersionState } from './useOffline';

const UpdateNote = lazy(() => import('./UpdateNote'));

async function followKept(): Promise<void> {
  const registration = await ownRegistration();
  if (!registration) return;
  const [{ look }, { watchForNewVersion }] = await Promise.all([import('../../offline/keep'), import('../../offline/newVersion')]);
  watchForNewVersion(registration);
  await look();
}

/** For readers who keep the page for offline: looks whether all of it is there, and tells of new versions. For everyone else it does nothing. */
export function Offline() {
  useEffect(() => {
    // without these parts the page works as it is
    followKept().catch(() => undefined);
  }, []);
  return useNewVersionState().status === 'none' ? null : (
    <Late failed={null}>
      <UpdateNote />
    </Late>
  );
}
