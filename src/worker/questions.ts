import { datasets } from '../engine/datasets';
import { messageOf } from '../engine/errors';
import { loops } from '../engine/loops';
import { treatedLoops } from '../engine/loops/named';
import { createImageSearch } from '../engine/nearestImage';
import { findText } from '../engine/nearestText';
import { byId } from '../engine/registry';
import { createRng } from '../engine/rng';
import { previewReal } from '../engine/view';
import type { FromWorker, PieceQuery, ToWorker } from '../protocol/messages';
import type { Breathing } from './breathe';
import type { Files } from './files';
import { createPlainHost } from './host';

const isOfText = (queries: Extract<ToWorker, { type: 'nearest' }>['queries']): queries is readonly PieceQuery[] =>
  queries.length > 0 && 'pieces' in queries[0];

/** Answers what can be answered beside a run. */
export function createQuestions(files: Pick<Files, 'load'>, breathing: Breathing, post: (message: FromWorker) => void) {
  /** The newest question for real digits near to generated ones; 0 = none is open. */
  let nearestWanted = 0;
  const host = createPlainHost(files);
  const searchImages = createImageSearch(host, { datasets, loops: [...loops, ...treatedLoops] });

  return {
    async preview({ previewId, experiment }: Extract<ToWorker, { type: 'preview' }>): Promise<void> {
      try {
        const dataset = byId(datasets, experiment.dataset);
        const source = dataset.open(experiment, createRng(experiment.seed).fork('replicate', 1), host);
        post({ type: 'preview', previewId, preview: await previewReal(experiment, dataset, source) });
      } catch (error) {
        post({ type: 'previewFailed', previewId, message: messageOf(error) });
      }
    },

    /** Answers unless a newer question comes first; a run that computes meanwhile goes on between its steps. */
    async nearest({ requestId, experiment, queries }: Extract<ToWorker, { type: 'nearest' }>): Promise<void> {
      nearestWanted = requestId;
      try {
        const search = isOfText(queries) ? findText(experiment, host, queries) : searchImages(experiment, queries);
        const breath = breathing();
        while (nearestWanted === requestId) {
          const step = await search.next();
          if (step.done) return post({ type: 'nearest', requestId, answers: step.value });
          await breath();
        }
      } catch (error) {
        post({ type: 'nearestFailed', requestId, message: messageOf(error) });
      }
    },

    forgetNearest(requestId: number): void {
      if (nearestWanted === requestId) nearestWanted = 0;
    },
  };
}
