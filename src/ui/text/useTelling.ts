import { useEffect, useState } from 'react';
import { firstHeadline, firstStory } from './beforeRun';

type Telling = typeof import('./telling');

/** Without it: the words for before a run, and of a run these alone. */
const withoutIt = (words: string): Telling => ({
  headlineOf: (frames, _experiment, _noise, started) => (frames.length === 0 ? firstHeadline(started) : []),
  narrate: (frames, experiment, started) =>
    frames.length === 0 ? firstStory(experiment, started) : { now: words === '' ? [] : [{ text: words }], since: [], outlook: [] },
});

const COMING = withoutIt('');
const MISSING = withoutIt('What happens can’t be told in words here: this part of the page could not be loaded. Check the connection, then reload.');

let telling: Telling | undefined;

/**
 * What tells of runs, fetched once the page stands; words for it are there from the start.
 * @param started a run begins: what did not come before is asked for once more
 */
export function useTelling(started: boolean): Telling {
  const [here, setHere] = useState(telling ?? COMING);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each start is an occasion
  useEffect(() => {
    if (telling) return setHere(telling);
    import('./telling').then(
      (module) => {
        telling = module;
        setHere(module);
      },
      () => setHere(MISSING),
    );
  }, [started]);
  return here;
}
