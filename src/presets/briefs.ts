import type { Brief, Preset } from './preset';
import { PRESETS } from './presets';
import type { Told } from './told';
import { toldScore } from './toldScore';

/** What is told of its readings; of several sources the one with the most runs, which comes first. */
const toldOf = ({ published }: Preset): readonly Told[] =>
  (published?.readings ?? []).flatMap(({ id: _, expected: [first] = [], ...reading }) => {
    if (!first) return [];
    const { within, ...expected } = first;
    return [{ reading, expected }];
  });

function briefOf(preset: Preset): Brief {
  const { published, forClass, computes, ...brief } = preset;
  return { ...brief, score: toldScore(preset), told: toldOf(preset), ...(published && { published: published.id }) };
}

/** All presets in brief. In the page's bundle this file is what it comes to (scripts/briefsModule.ts), so that the presets are not in it. */
export const BRIEFS: readonly Brief[] = PRESETS.map(briefOf);
