import { decidersOf } from '../engine/experiment';
import type { FromWorker, ToWorker } from '../protocol/messages';
import type { LabState } from './state';

/** What the real data on the screen depend on. */
const decidersOfData = decidersOf('data');

export type RealData = ReturnType<typeof createRealData>;

/** Asks the engine for the real data of an experiment, drawn before anything runs. */
export function createRealData(send: (message: ToWorker) => void) {
  let previewId = 0;
  let asked = '';
  return {
    /** Those of the draft, if what they depend on has changed since the last time, or that failed. */
    ask({ draft, preview }: Pick<LabState, 'draft' | 'preview'>): void {
      const wanted = decidersOfData(draft);
      if (wanted === asked && preview.status !== 'failed') return;
      asked = wanted;
      previewId++;
      send({ type: 'preview', previewId, experiment: draft });
    },
    /** The answer to what was asked last; undefined where the message is none. */
    answerIn(message: FromWorker): LabState['preview'] | undefined {
      if (message.type === 'preview' && message.previewId === previewId) return { status: 'ready', preview: message.preview };
      if (message.type === 'previewFailed' && message.previewId === previewId) return { status: 'failed', message: message.message };
      return undefined;
    },
  };
}
