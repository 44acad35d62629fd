import type { ReactNode } from 'react';
import type { MetricDescription } from '../../engine/descriptions';
import { Explain } from '../explain/Explain';
import { betterWords } from './summary';

/** A score's name, which explains the score, with what is to be said of it in this run. */
export function ScoreWords({ metric, remarks, children }: { metric: MetricDescription; remarks: readonly string[]; children: ReactNode }) {
  const better = betterWords(metric);
  return (
    <Explain of={{ score: metric.id }} direction={better === '' ? '' : `On this score, ${better}.`} remarks={remarks}>
      {children}
    </Explain>
  );
}
