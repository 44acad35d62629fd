import { useStore } from 'zustand';
import { type Kept, type NewVersion, offlineStore } from '../../offline/offlineStore';

export const useKept = (): Kept => useStore(offlineStore, ({ kept }) => kept);
export const useNewVersionState = (): NewVersion => useStore(offlineStore, ({ newVersion }) => newVersion);
