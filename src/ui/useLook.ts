import { useEffect } from 'react';
import { labStore } from '../store/labStore';

/** These scores are looked at as long as the component is there, and computed for that long. */
export function useLook(scores: readonly string[]): void {
  const key = scores.join();
  useEffect(() => labStore.getState().look(key.split(',')), [key]);
}
