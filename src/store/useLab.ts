import { useStore } from 'zustand';
import { labStore } from './labStore';
import type { LabActions, LabState } from './state';

/** A part of the lab's state in a component; it renders again when that part changes. */
export function useLab<Part>(selector: (lab: LabState & LabActions) => Part): Part {
  return useStore(labStore, selector);
}
