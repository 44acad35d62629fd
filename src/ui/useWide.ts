import { useSyncExternalStore } from 'react';

const query = matchMedia('(min-width: 60rem)');

function subscribe(onChange: () => void): () => void {
  query.addEventListener('change', onChange);
  return () => query.removeEventListener('change', onChange);
}

/** Whether controls and stage stand side by side. */
export const useWide = (): boolean => useSyncExternalStore(subscribe, () => query.matches);
