import type { Experiment } from '../../engine/experiment';
import type { FromWorker, LaneResult, ToWorker } from '../../protocol/messages';
import type { EngineClient, EngineEvents } from '../../worker/engineClient';
import { laneOf, NO_DATA } from './frames';

const noValues = (ids: readonly string[]) => Object.fromEntries(ids.map((id) => [id, null]));

/** An engine that computes a generation, or a cell of a map, in 10 ms, and nothing without leave. */
export class FakeEngine implements EngineClient {
  isAlive = true;
  /** it computes nothing for now, whatever it may */
  isBusy = false;
  /** how long it says that a generation took */
  elapsedMs = 200;
  /** what it makes of a generation */
  make: (generation: number, experiment: Experiment | null) => readonly LaneResult[] = () => [laneOf('fresh-data')];
  readonly got: ToWorker[] = [];
  private run: { readonly runId: number; readonly experiment: Experiment; next: number; upTo: number } | null = null;
  private cell: Extract<ToWorker, { type: 'cell' }> | null = null;
  /** those that are looked at */
  private scores: readonly string[] = [];

  /** @param draws whether it draws real data by itself */
  constructor(
    readonly events: EngineEvents,
    private readonly draws: boolean,
  ) {
    setInterval(() => this.compute(), 10);
  }

  say = (message: FromWorker) => this.events.message(message);

  /** The newest message of a type. */
  last<Type extends ToWorker['type']>(type: Type): Extract<ToWorker, { type: Type }> | undefined {
    return this.got.findLast((message): message is Extract<ToWorker, { type: Type }> => message.type === type);
  }

  count(type: ToWorker['type']): number {
    return this.got.filter((message) => message.type === type).length;
  }

  /** The newest run that it was asked for, and what that is. */
  get asked() {
    const message = this.last('run');
    return message && { runId: message.runId, ...message.job };
  }

  send(message: ToWorker): void {
    this.got.push(message);
    if (message.type === 'preview' && this.draws) this.say({ type: 'preview', previewId: message.previewId, preview: NO_DATA });
    if (message.type === 'run') {
      if (this.run) this.say({ type: 'cancelled', runId: this.run.runId });
      this.run = { runId: message.runId, ...message.job, next: message.job.from + 1 };
      this.scores = message.job.scores ?? [];
    }
    if (message.type === 'cell') this.cell = message;
    if (message.type === 'look') this.scores = message.scores;
    if (message.type === 'score' && !this.isBusy) this.score(message);
    if (message.type === 'allow' && this.run?.runId === message.runId) this.run.upTo = Math.max(this.run.upTo, message.upTo);
    if (message.type === 'cancel' && this.run?.runId === message.runId) {
      this.say({ type: 'cancelled', runId: message.runId });
      this.run = null;
    }
  }

  end(): void {
    this.isAlive = false;
    this.run = null;
    this.cell = null;
  }

  die(reason: string): void {
    this.run = null;
    this.cell = null;
    this.events.died(reason, 'worker-died');
  }

  /** One generation, out of turn. */
  sayGeneration(runId: number, generation: number): void {
    const lanes = this.make(generation, this.run?.experiment ?? null).map((lane) => ({
      ...lane,
      scores: { ...noValues(this.scores), ...lane.scores },
    }));
    this.say({ type: 'generation', runId, generation, lanes, elapsedMs: this.elapsedMs });
  }

  score({ requestId, ofRun, generations, scores, noise }: Extract<ToWorker, { type: 'score' }>): void {
    for (const generation of generations) {
      const lanes = this.make(generation, null).map(({ loop, replicate }) => ({ loop, replicate, scores: noValues(scores), undefined: {} }));
      this.say({ type: 'scored', requestId, ofRun, generation, lanes });
    }
    if (noise.length > 0)
      this.say({ type: 'noiseScored', requestId, ofRun, noise: { bands: {}, undefined: Object.fromEntries(noise.map((id) => [id, 'none'])) } });
    this.say({ type: 'scoredAll', requestId });
  }

  private compute(): void {
    const { run, cell } = this;
    if (cell && !this.isBusy) {
      this.cell = null;
      this.say({ type: 'cell', requestId: cell.requestId, values: [{ ...cell.cell, replicate: 1, value: 0.5 }] });
    }
    if (!run || this.isBusy || run.next > Math.min(run.upTo, run.experiment.generations)) return;
    this.sayGeneration(run.runId, run.next);
    if (run.next++ < run.experiment.generations) return;
    // before it says so: the next run may be asked for at once
    this.run = null;
    this.say({ type: 'ended', runId: run.runId });
  }
}
