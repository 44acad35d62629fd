import { lazy } from 'react';
import { isRunningText } from '../../../engine/chosen';
import type { ShownText } from '../../../engine/kinds/text';
import { pieceNouns } from '../../text/pieceNouns';
import type { KindView } from '../kindView';
import { passage } from './passage';

export const textView: KindView<ShownText> = {
  id: 'text',
  picture: (samples, { watched }, brush) => passage(samples, watched, brush),
  fillsPane: true,
  hidden: () => null,
  legend(experiment) {
    if (isRunningText(experiment)) {
      return [
        { sign: 'dotted', words: 'invented: no word of the real text' },
        { sign: 'shaded', words: 'four words in a row that stood there before' },
      ];
    }
    const { one } = pieceNouns(experiment);
    return [
      { sign: 'dotted', words: `invented: no real ${one}` },
      { sign: 'shaded', words: `a ${one} made more than once` },
    ];
  },
  Overlay: lazy(() => import('./Words').then(({ Words }) => ({ default: Words }))),
  Below: lazy(() => import('./BelowText').then(({ BelowText }) => ({ default: BelowText }))),
  belowRoom: '4.75rem',
};
