import { bitsUnderFirst, heldOutBits } from './bits';
import { classEntropy } from './classEntropy';
import { confidence } from './confidence';
import { coverage } from './coverage';
import { density } from './density';
import { effectiveRank } from './effectiveRank';
import { effectiveRealWeight } from './effectiveRealWeight';
import { encodingSpread } from './encodingSpread';
import { frechetDistance } from './frechetDistance';
import { modesAlive } from './modesAlive';
import { wordMetrics } from './ofWords';
import { precision } from './precision';
import { recall } from './recall';
import type { Metric } from './scene';
import { shareBias } from './shareBias';
import { stainInk, stainShare } from './stain';
import { traceRatio } from './traceRatio';
import { vendi } from './vendi';

/** Adding a metric: one file here, one line below. */
export const metrics: readonly Metric[] = [
  frechetDistance,
  precision,
  recall,
  modesAlive,
  classEntropy,
  density,
  coverage,
  vendi,
  traceRatio,
  effectiveRank,
  shareBias,
  encodingSpread,
  effectiveRealWeight,
  confidence,
  stainShare,
  stainInk,
  wordMetrics.wordsAlive,
  wordMetrics.rep4,
  wordMetrics.realWords,
  bitsUnderFirst,
  heldOutBits,
  wordMetrics.distinct2,
  wordMetrics.entropy,
  wordMetrics.zipfSlope,
  wordMetrics.rareSurvival,
];
