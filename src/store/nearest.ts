import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Experiment } from '../engine/experiment';
import type { FromWorker, NearestAnswer, NearestQuery, PieceQuery, ToWorker } from '../protocol/messages';

export interface NearestState {
  /** `asking`: `answers` are still those of the question before */
  readonly status: 'none' | 'asking' | 'ready' | 'failed';
  readonly answers: readonly NearestAnswer[];
  /** why it failed */
  readonly message: string;
}

export interface Nearest {
  readonly store: StoreApi<NearestState>;
  /** Asks the engine; an older question that is still open is dropped. */
  ask(experiment: Experiment, queries: readonly NearestQuery[] | readonly PieceQuery[]): void;
  forget(): void;
  take(message: FromWorker): void;
  /** The engine broke down: what was asked is not answered. */
  fail(reason: string): void;
}

const NONE: NearestState = { status: 'none', answers: [], message: '' };

/** What is found of generated samples among real ones: one question at a time, and an answer to any but the last is dropped. */
export function createNearest(send: (message: ToWorker) => void): Nearest {
  const store = createStore<NearestState>(() => NONE);
  let requestId = 0;
  return {
    store,
    ask(experiment, queries) {
      requestId++;
      store.setState({ status: 'asking', message: '' });
      send({ type: 'nearest', requestId, experiment, queries });
    },
    forget() {
      if (store.getState().status === 'asking') send({ type: 'forgetNearest', requestId });
      requestId++;
      store.setState(NONE);
    },
    fail(reason) {
      if (store.getState().status === 'asking') store.setState({ status: 'failed', answers: [], message: reason });
    },
    take(message) {
      if (message.type === 'nearest' && message.requestId === requestId) store.setState({ status: 'ready', answers: message.answers });
      if (message.type === 'nearestFailed' && message.requestId === requestId) {
        store.setState({ status: 'failed', answers: [], message: message.message });
      }
    },
  };
}
