import { useEffect, useState } from 'react';
import type { Card } from '../../lessons/cards/card';
import type { Par } from '../../lessons/cards/par';
import { fetchPar } from './bundledCards';

/** What was found for a card, once it is wanted; undefined while it is on its way, null where there is none. */
export function usePar({ id }: Card, isWanted: boolean): Par | null | undefined {
  const [par, setPar] = useState<Par | null>();
  useEffect(() => {
    let isHere = true;
    if (isWanted) {
      fetchPar(id).then(
        (found) => isHere && setPar(found),
        () => isHere && setPar(null),
      );
    }
    return () => {
      isHere = false;
    };
  }, [id, isWanted]);
  return par;
}
