import { useMemo } from 'react';
import { aboutStep } from '../../lessons/make/aboutStep';
import type { Draft } from '../../lessons/make/draft';
import type { About } from '../../lessons/make/sentence';

/** All of a draft that sentences hang on. */
const keyOf = ({ base, steps }: Draft): string =>
  JSON.stringify([
    base,
    steps.map(({ id, title, run, next, predict = [] }) => [id, title, run, next, predict.map(({ id: name, type }) => [name, type])]),
  ]);

/** What the sentences of a step may be about: the same as long as nothing of that has changed. */
export function useAbout(draft: Draft, step: number | null): About {
  const key = keyOf(draft);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the draft
  return useMemo(() => aboutStep(draft, step), [key, step]);
}
