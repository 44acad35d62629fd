import type { FromWorker, ToWorker } from '../protocol/messages';
import { areLanesOf } from './engineGuard';

/** Looks at an engine that answers (3 s) after which a run that was called off must have given way. */
const LEAVE_LOOKS = 6;

/** What a worker is asked; it has an answer that ends it. */
export type Question = Extract<ToWorker, { type: 'run' | 'preview' | 'nearest' | 'score' | 'cell' }>;

/** What ends which question. */
const ENDS: Partial<Record<FromWorker['type'], Question['type']>> = {
  ended: 'run',
  cancelled: 'run',
  failed: 'run',
  preview: 'preview',
  previewFailed: 'preview',
  nearest: 'nearest',
  nearestFailed: 'nearest',
  scoredAll: 'score',
  scoringFailed: 'score',
  cell: 'cell',
  cellFailed: 'cell',
};

/** The number of the question that a message belongs to. */
function numberIn(message: ToWorker | FromWorker): number | undefined {
  if ('runId' in message) return message.runId;
  if ('previewId' in message) return message.previewId;
  return 'requestId' in message ? message.requestId : undefined;
}

export const belongs = (message: ToWorker | FromWorker, question: Question): boolean => numberIn(message) === numberIn(question);

export const isAnswer = (message: FromWorker, question: Question): boolean => ENDS[message.type] === question.type && belongs(message, question);

/** What one worker has been asked and has not answered. */
export function createQuestions() {
  const open: { run?: Extract<Question, { type: 'run' }>; preview?: Question; nearest?: Question; score?: Question; cell?: Question } = {};
  /** the generation of the run that came last; null before any */
  let computed: number | null = null;
  /** the run that was called off and has not given way yet, and how long it has had for that */
  let leaving: { readonly run: Question; looks: number } | null = null;

  function leave(): void {
    if (open.run) leaving = { run: open.run, looks: 0 };
    delete open.run;
  }

  return {
    ask(message: ToWorker): void {
      switch (message.type) {
        case 'run':
          leave();
          delete open.score;
          open.run = message;
          computed = null;
          break;
        case 'allow':
          if (open.run && belongs(message, open.run)) {
            const { job } = open.run;
            open.run = { ...open.run, job: { ...job, upTo: Math.max(job.upTo, message.upTo) } };
          }
          break;
        case 'look':
          if (open.run && belongs(message, open.run)) open.run = { ...open.run, job: { ...open.run.job, scores: message.scores } };
          break;
        case 'cancel':
          delete open.score;
          if (open.run && belongs(message, open.run)) leave();
          break;
        case 'preview':
        case 'nearest':
        case 'score':
        case 'cell':
          open[message.type] = message;
          break;
        case 'forgetNearest':
          delete open.nearest;
          break;
        case 'forgetScores':
          delete open.score;
          break;
      }
    },

    /** Generations come whole and without a gap. The first may be an early one: a worker computes again what it has not kept. */
    expects(message: FromWorker): boolean {
      if (message.type !== 'generation' || !open.run || !belongs(message, open.run)) return true;
      const { generation, lanes } = message;
      const { job } = open.run;
      const isInOrder = computed === null ? generation >= 1 && generation <= job.from + 1 : generation === computed + 1;
      return isInOrder && generation <= job.experiment.generations && areLanesOf(job, lanes);
    },

    hear(message: FromWorker): void {
      if (message.type === 'generation' && open.run && belongs(message, open.run)) computed = message.generation;
      if (leaving && isAnswer(message, leaving.run)) leaving = null;
      for (const question of Object.values(open)) if (isAnswer(message, question)) delete open[question.type];
    },

    /** To be asked at each look: whether a run that was called off has had time enough to give way. */
    isHeldUp: (): boolean => leaving !== null && ++leaving.looks > LEAVE_LOOKS,

    open: (): readonly Question[] => [open.preview, open.run, open.nearest, open.score, open.cell].filter((question) => question !== undefined),
  };
}
