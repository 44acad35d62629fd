import type { FromWorker } from '../protocol/messages';
import type { EngineEvents } from '../worker/engineClient';
import { createInbox } from './inbox';
import type { LaterScores } from './laterScores';
import type { Nearest } from './nearest';
import type { RealData } from './realData';
import { reduceMessages } from './reduceRun';
import { failed, leaveOf, stepped } from './run';
import type { LabHome, LabState } from './state';

/** While a run shows what is computed already, nobody waits for more, until the engine waits for leave to go on. */
function canWait({ run, speed }: LabState, message: FromWorker): boolean {
  if (message.type === 'scored') return true;
  const isAhead = run.status === 'running' && run.frames.length > run.shown && speed < Number.POSITIVE_INFINITY;
  if (!isAhead) return false;
  if (message.type === 'generation') return message.generation < leaveOf({ run, speed });
  return message.type === 'progress' || message.type === 'badge';
}

interface Hearing extends EngineEvents {
  /** Takes in what was heard and waits. */
  takeAll(): void;
}

/** What the page hears of its engine, taken into the state: one commit a frame at most, however much it is. */
export function createHearing({ getState, setState }: LabHome, nearest: Nearest, laterScores: LaterScores, realData: RealData): Hearing {
  function take(messages: readonly FromWorker[]): void {
    let { badge, preview } = getState();
    for (const message of messages) {
      nearest.take(message);
      laterScores.take(message);
      if (message.type === 'badge') badge = message.badge;
      preview = realData.answerIn(message) ?? preview;
    }
    setState({ badge, preview, run: stepped(reduceMessages(getState().run, messages)) });
  }

  const inbox = createInbox(take, (message) => canWait(getState(), message));
  return {
    message: inbox.put,
    takeAll: inbox.takeAll,
    slow: (isEngineSlow) => setState({ isEngineSlow }),
    died(reason, code) {
      nearest.fail(reason);
      laterScores.fail(reason);
      const { run, preview } = getState();
      if (run.status === 'idle') {
        if (preview.status === 'loading') setState({ preview: { status: 'failed', message: reason } });
      } else if (run.frames.length < run.experiment.generations) {
        // what is computed needs no engine, and the next run starts another
        setState({ run: failed(run, code, reason) });
      }
    },
  };
}
