import { createGathering, inOrder, type LaneName, lanesOf, sharesOf } from '../engine/blocks';
import { computesInTensors } from '../engine/catalogue';
import { modelOf } from '../engine/chosen';
import type { FromWorker, ToWorker } from '../protocol/messages';
import { createEngineClient, type EngineClient, type EngineEvents } from './engineClient';
import { createQuestions } from './engineQuestions';

type Told<Type extends FromWorker['type']> = Extract<FromWorker, { type: Type }>;
type RunMessage = Extract<ToWorker, { type: 'run' }>;
type ScoreMessage = Extract<ToWorker, { type: 'score' }>;
type Gather<Part> = ReturnType<typeof createGathering<Part>>;

/** A run, and what has come of it. */
interface Split {
  /** by which the workers know it: begun again it is another run to them */
  readonly id: number;
  message: RunMessage;
  /** lanes by worker; one share alone is the whole run */
  readonly shares: readonly (readonly LaneName[])[];
  readonly gather: Gather<Told<'generation'>>;
  /** by share, the generation that came last */
  readonly reached: number[];
  /** the last generation that all have reached, and that was handed on */
  merged: number;
  /** shares that have ended, or given way */
  readonly over: Set<number>;
  isCancelled: boolean;
  hasFailed: boolean;
  /** shares that were begun again, because their worker died */
  readonly redone: Set<number>;
  /** of the share that is behind all others */
  progress: Told<'progress'> | null;
}

/** Scores that are asked for later, and what has come of them. */
interface Scoring {
  readonly message: ScoreMessage;
  readonly gather: Gather<Told<'scored'>>;
  readonly over: Set<number>;
}

/**
 * An engine of several workers. A run's lanes are shared out, each worker computes its own, and what they tell becomes one stream again: no
 * lane's numbers depend on its company, so they are those of one worker. All else is the first one's work. A worker that dies costs its
 * share, which is computed again by another.
 * @param workers how many there are at most; they are started by the first run that has lanes for them
 */
export function createEngineTeam(events: EngineEvents, workers: () => number, connect = createEngineClient): EngineClient {
  const seats: EngineClient[] = [];
  const slow = new Set<number>();
  /** the rung on which a run computes, by the backend that it asks for */
  const rungs = new Map<string, string>();
  /** what the first worker has been asked besides runs, to be asked of the next one if it dies */
  let asked = createQuestions();
  /** waits for the rung */
  let waiting: RunMessage | null = null;
  let lastId = 0;
  /** a worker that could not be started is not tried again */
  let most = Number.POSITIVE_INFINITY;
  const size = () => Math.min(workers(), most);
  let split: Split | null = null;
  let scoring: Scoring | null = null;

  function seat(at: number): EngineClient {
    seats[at] ??= connect({
      message: (message) => hear(at, message),
      slow(isSlow) {
        const before = slow.size > 0;
        if (isSlow) slow.add(at);
        else slow.delete(at);
        if (before !== slow.size > 0) events.slow(isSlow);
      },
      died: (reason, code) => bury(at, reason, code),
    });
    return seats[at];
  }

  const taking = () => split?.shares.map((_, at) => at) ?? [];
  const toAll = (message: ToWorker) => {
    for (const at of taking()) seat(at).send(message);
  };

  // --- a run ------------------------------------------------------------------------------------------------------------------

  /** Where a GPU may compute all lanes in one batch, it has to be known first whether it does. */
  function isWhole({ experiment: { model, backend } }: RunMessage['job']): boolean | null {
    if (size() === 1) return true;
    if (modelOf({ model }).tensors === 'never' || backend === 'wasm' || backend === 'cpu') return false;
    const rung = rungs.get(backend);
    return rung === undefined ? null : rung === 'webgl' && computesInTensors(model, rung);
  }

  function begin(message: RunMessage): void {
    const { job } = message;
    const whole = isWhole(job);
    if (whole === null) {
      waiting = message;
      seat(0).send({ type: 'choose', backend: job.experiment.backend });
      return;
    }
    const before = split;
    const shares = sharesOf(lanesOf(job.experiment, job), whole ? 1 : size());
    split = {
      id: ++lastId,
      message,
      shares,
      gather: createGathering(shares.length),
      reached: [],
      merged: job.from,
      over: new Set(),
      isCancelled: false,
      hasFailed: false,
      redone: new Set(),
      progress: null,
    };
    // those that the run before took and this one does not, compute for nobody
    for (let at = split.shares.length; before && at < Math.min(most, before.shares.length); at++) seat(at).send({ type: 'cancel', runId: before.id });
    for (const at of taking()) seat(at).send(shareOf(split, at));
  }

  /** What a worker computes of a run; the noise floor is measured by the one with the fewest lanes. */
  function shareOf({ id, message: { type, job }, shares }: Split, at: number): RunMessage {
    if (shares.length === 1) return { type, runId: id, job };
    const want = at === shares.length - 1 ? job.want : job.want.filter((wish) => wish !== 'noise');
    return { type, runId: id, job: { ...job, want, lanes: shares[at] } };
  }

  function hearRun(at: number, now: Split, message: FromWorker): void {
    switch (message.type) {
      case 'progress':
        return tellProgress(at, now, message);
      case 'generation':
        return gather(at, now, message);
      case 'failed':
        if (!now.hasFailed) events.message(message);
        now.hasFailed = true;
        return;
      case 'ended':
      case 'cancelled':
        now.over.add(at);
        now.isCancelled ||= message.type === 'cancelled';
        if (now.over.size === now.shares.length) events.message({ type: now.isCancelled ? 'cancelled' : 'ended', runId: message.runId });
        return;
      default:
        return events.message(message);
    }
  }

  /** The share that is behind all others. */
  const lastOf = ({ shares, reached }: Split): number => {
    const at = shares.map((_, share) => reached[share] ?? 0);
    return at.indexOf(Math.min(...at));
  };

  /** How far the slowest share is; of the others what is seen training in the same generation. */
  function tellProgress(at: number, now: Split, message: Told<'progress'>): void {
    if (at === lastOf(now)) {
      now.progress = message;
      events.message(message);
    } else if (message.inTraining && now.progress?.generation === message.generation) {
      events.message({ ...now.progress, inTraining: message.inTraining });
    }
  }

  function gather(at: number, now: Split, message: Told<'generation'>): void {
    now.reached[at] = message.generation;
    // a worker that begins anew tells again what is known
    if (message.generation <= now.merged) return;
    const parts = now.gather(at, message.generation, message);
    if (!parts) return;
    now.merged = message.generation;
    events.message({ ...message, lanes: joined(now, parts), elapsedMs: Math.max(...parts.map(({ elapsedMs }) => elapsedMs)) });
  }

  /** The lanes of all shares, in the order of the run's results. */
  const joined = <Lane extends LaneName>({ message }: Split, parts: readonly { readonly lanes: readonly Lane[] }[]) =>
    inOrder(
      lanesOf(message.job.experiment, message.job),
      parts.flatMap(({ lanes }) => lanes),
    );

  // --- scores that are looked at later ----------------------------------------------------------------------------------------

  /** Each worker has the models of its own lanes. */
  function ask(message: ScoreMessage): void {
    if (!split || split.message.runId !== message.ofRun) return seat(0).send(message);
    if (split.shares.length === 1) return seat(0).send({ ...message, ofRun: split.id });
    scoring = { message, gather: createGathering(split.shares.length), over: new Set() };
    for (const at of taking()) seat(at).send(scoreShare(split, message, at));
  }

  const scoreShare = ({ id, shares }: Split, message: ScoreMessage, at: number): ScoreMessage => ({
    ...message,
    ofRun: id,
    lanes: shares[at],
    noise: at === shares.length - 1 ? message.noise : [],
  });

  function hearScores(at: number, now: Split, of: Scoring, message: FromWorker): void {
    switch (message.type) {
      case 'scored': {
        const parts = of.gather(at, message.generation, message);
        if (parts) events.message({ ...message, lanes: joined(now, parts) });
        return;
      }
      case 'scoredAll':
        of.over.add(at);
        if (of.over.size < now.shares.length) return;
        scoring = null;
        return events.message(message);
      case 'scoringFailed':
        scoring = null;
        toAll({ type: 'forgetScores', requestId: message.requestId });
        return events.message(message);
      default:
        return events.message(message);
    }
  }

  // --- workers ----------------------------------------------------------------------------------------------------------------

  function hear(at: number, message: FromWorker): void {
    if (at === 0) asked.hear(message);
    if (message.type === 'badge') {
      if (at !== 0) return;
      rungs.set((waiting ?? split?.message)?.job.experiment.backend ?? 'auto', message.badge.rung);
      events.message(message);
      if (!waiting) return;
      const run = waiting;
      waiting = null;
      return begin(run);
    }
    if ('runId' in message) {
      if (split?.id !== message.runId) return;
      const told = { ...message, runId: split.message.runId };
      return split.shares.length > 1 ? hearRun(at, split, told) : events.message(told);
    }
    if (split && 'ofRun' in message) message = { ...message, ofRun: split.message.runId };
    if (split && scoring && 'requestId' in message && message.requestId === scoring.message.requestId && isOfScores(message))
      return hearScores(at, split, scoring, message);
    if (at === 0) events.message(message);
  }

  /** A worker died: what it was at is begun again once, by another. */
  function bury(at: number, reason: string, code: 'worker-died' | 'no-engine'): void {
    slow.delete(at);
    if (split && at > 0 && code === 'no-engine') return doWithout(at, split);
    const canBeRedone = split && at < split.shares.length && split.shares.length > 1 && !split.redone.has(at) && code === 'worker-died';
    if (!split || !canBeRedone) {
      end();
      return events.died(reason, code);
    }
    split.redone.add(at);
    split.reached[at] = 0;
    if (at === 0) for (const question of asked.open()) seat(0).send(question);
    if (!split.over.has(at)) seat(at).send(shareOf(split, at));
    if (scoring && !scoring.over.has(at)) seat(at).send(scoreShare(split, scoring.message, at));
  }

  /** No worker could be started in this place: those before it share the run out anew, and come to the same numbers. */
  function doWithout(at: number, now: Split): void {
    most = Math.min(most, at);
    const asks = scoring?.message;
    // what is computed to its end, and is asked nothing, needs nobody
    if (at >= now.shares.length || (now.over.size === now.shares.length && !asks)) return;
    scoring = null;
    begin({ ...now.message, job: { ...now.message.job, from: now.merged } });
    if (asks) ask(asks);
  }

  function end(): void {
    for (const client of seats) client?.end();
    waiting = null;
    split = null;
    scoring = null;
    asked = createQuestions();
  }

  /** What changes a run that is begun, or waits. */
  function changed(message: RunMessage, by: ToWorker): RunMessage {
    const { job } = message;
    if (by.type === 'allow') return { ...message, job: { ...job, upTo: Math.max(job.upTo, by.upTo) } };
    return by.type === 'look' ? { ...message, job: { ...job, scores: by.scores } } : message;
  }

  function send(message: ToWorker): void {
    switch (message.type) {
      case 'run':
        waiting = null;
        scoring = null;
        return begin(message);
      case 'allow':
      case 'look':
        if (waiting?.runId === message.runId) waiting = changed(waiting, message);
        else if (split?.message.runId === message.runId) {
          split.message = changed(split.message, message);
          toAll({ ...message, runId: split.id });
        }
        return;
      case 'cancel':
        scoring = null;
        if (split?.message.runId === message.runId) return toAll({ ...message, runId: split.id });
        if (waiting?.runId !== message.runId) return;
        waiting = null;
        return events.message({ type: 'cancelled', runId: message.runId });
      case 'score':
        return ask(message);
      case 'forgetScores':
        scoring = null;
        return split ? toAll(message) : seat(0).send(message);
      default:
        asked.ask(message);
        return seat(0).send(message);
    }
  }

  return { send, end };
}

const SCORES: readonly FromWorker['type'][] = ['scored', 'noiseScored', 'starting', 'scoredAll', 'scoringFailed'];

/** Questions of other kinds are numbered by themselves. */
const isOfScores = ({ type }: FromWorker): boolean => SCORES.includes(type);
