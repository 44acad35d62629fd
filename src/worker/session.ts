import type { ToWorker } from '../protocol/messages';
import { createBreathing } from './breathe';
import { createCells } from './cells';
import { createFiles } from './files';
import type { Backend } from './host';
import { createNoiseFloors } from './noiseFloors';
import { createQuestions } from './questions';
import type { Post } from './report';
import { createRunner } from './runner';
import { createScoring } from './scoring';

/** What a session stands in. */
export interface Surroundings {
  readonly backend: Backend;
  /** where files are, until the page says so */
  readonly home: string;
  /** bytes of models that may be kept for going back */
  readonly budget: number;
  readonly post: Post;
}

/** One conversation with a page: what it runs, keeps and is asked. Returns what hears the page. */
export function createSession({ backend, home, budget, post }: Surroundings): (message: ToWorker) => void {
  const files = createFiles(home, post);
  const breathing = createBreathing();
  const questions = createQuestions(files, breathing, post);
  const floors = createNoiseFloors();
  const runner = createRunner(backend, budget, files, breathing, floors, post);
  const scoring = createScoring(backend, files, breathing, floors, runner.keptOf, post);

  const cells = createCells(backend, files, breathing, post);

  return (message) => {
    switch (message.type) {
      case 'open':
        return files.at(message.baseUrl);
      case 'file':
        return files.arrived(message);
      case 'ping':
        return post({ type: 'pong' });
      case 'choose':
        void runner.choose(message.backend);
        return;
      case 'preview':
        void questions.preview(message);
        return;
      case 'run':
        scoring.stop();
        return runner.run(message.runId, message.job);
      case 'allow':
        return runner.allow(message.runId, message.upTo);
      case 'look':
        return runner.look(message.runId, message.scores);
      case 'cancel':
        scoring.stop();
        return runner.cancel(message.runId);
      case 'nearest':
        void questions.nearest(message);
        return;
      case 'forgetNearest':
        return questions.forgetNearest(message.requestId);
      case 'score':
        void scoring.answer(message);
        return;
      case 'forgetScores':
        return scoring.stop();
      case 'cell':
        void cells.answer(message);
        return;
      default:
        message satisfies never;
    }
  };
}
