import { kindOf } from '../../engine/chosen';
import type { Experiment } from '../../engine/experiment';
import { listed } from '../../format';
import { aliveOf } from '../../results/stats';
import { rescueDone, rescueInSight } from '../../store/rescue';
import { experimentOnScreen, runOf } from '../../store/selectors';
import type { LabState, Run } from '../../store/state';
import { outcomeWords, proposalWords } from '../save/saveWords';
import { quietName } from '../text/loopNames';
import { readingOf } from '../text/movement';
import type { Chapter, StoryState } from './chapters';

/** As the reader counts. */
export const STEPS = 5;
export const STEP_OF: Record<Chapter, number> = { real: 1, running: 2, lost: 2, curve: 3, save: 4, saving: 4, end: 5, unharmed: 5 };

/** What it is about, and what is said of it. */
export type Told = readonly [title: string, text: string];

const othersOf = ({ loop }: Experiment, told: string) => loop.filter((id) => id !== told);

/** Where the loops stand that did not lose it: "The other two still make it." */
function othersWords({ frames, experiment }: Run, generation: number, modes: readonly number[], told: string): string {
  const others = othersOf(experiment, told);
  const keep = others.filter((loop) => modes.every((mode) => aliveOf(frames[generation - 1], loop)?.alive[mode]));
  if (keep.length === 0 || keep.length < others.length) return '';
  return keep.length === 1 ? ` ${quietName(keep[0])} still makes it.` : ` The other ${keep.length === 2 ? 'two' : keep.length} still make it.`;
}

function lostTold(run: Run, { loss }: StoryState, told: string): Told {
  const { generation = 0, modes = [] } = loss ?? {};
  const isOne = modes.length === 1;
  const others = othersWords(run, generation, modes, told);
  return [
    isOne ? 'This kind is gone for good' : 'These kinds are gone for good',
    `Lost in generation ${generation}: the ring on the left. The next model learns from these dots alone, and what they lack it cannot know.${others}`,
  ];
}

/** How recall went, loop by loop, as soon as the run stands; that the others hold is said where their numbers do. */
function curveTold({ frames, shown, experiment, noise }: Run, of: string, isRunning: boolean): Told {
  const title = 'The curve shows it';
  const [first, now] = [frames[0], frames[shown - 1]];
  const read = (loop: string) => (now ? readingOf(first, now, loop, 'recall', noise) : null);
  const [begun, fallen] = [first && readingOf(null, first, of, 'recall', noise), read(of)];
  if (!begun || !fallen) return [title, 'One line for each loop, generation by generation.'];
  if (isRunning)
    return [title, 'Recall is how much of the real variety a loop still makes. One line for each; the left loop goes on without real data.'];
  const others = othersOf(experiment, of);
  const readings = others.map(read);
  const hold = readings.every((reading) => reading?.move === 'still' || reading?.move === 'up');
  const values = readings.map((reading) => reading?.value ?? 'none');
  const rest = hold
    ? `; ${others.length === 1 ? 'the one that sees' : 'those that see'} real data, too, hold${others.length === 1 ? 's' : ''}: ${listed(values)}`
    : `; beside it ${listed(others.map((loop, i) => `${quietName(loop)} ${values[i]}`))}`;
  const told = `Recall, the part of the real variety that a loop still makes: fully synthetic ${begun.value} at first, now ${fallen.value}`;
  return [title, `${told}${others.length > 0 ? rest : ''}.`];
}

function endTold(lab: LabState, run: Run): Told {
  const rescue = rescueDone(lab);
  const words = rescue ? `${outcomeWords(rescue, run, lab.ghosts, false)} ` : '';
  return ['Now it is yours', `${words}The sliders act at once, and the timeline leads back.`];
}

function unharmedTold({ frames, shown, experiment }: Run, told: string): Told {
  const { count = 0, alive = [] } = (shown > 0 && aliveOf(frames[shown - 1], told)) || {};
  const { modes } = kindOf(experiment);
  return [
    'Nothing was lost for good',
    `Not this time: fully synthetic ends with ${count} of ${alive.length} ${modes}, no fewer than chance allows. Another seed, under Set up, may tell another story.`,
  ];
}

/** What the story says now, in the run's own numbers. */
export function toldOf(state: StoryState, lab: LabState, told: string): Told {
  const run = runOf(lab);
  if (state.chapter === 'real' || !run) {
    const { initialReal } = experimentOnScreen(lab);
    return [
      'These are real data',
      `Each dot is a picture, each clump a kind of picture. The first model learns from these ${initialReal}, every later one from what models made.`,
    ];
  }
  switch (state.chapter) {
    case 'running':
      return [
        'Now models learn from models',
        'Each learns from what the one before it made: on the left from nothing else, beside it from real data, too. It stops when a kind is lost.',
      ];
    case 'lost':
      return lostTold(run, state, told);
    case 'curve':
      return curveTold(run, told, lab.run.status === 'running');
    case 'save': {
      const rescue = rescueInSight(lab);
      return ['One change, in time', rescue ? proposalWords(rescue, run.experiment) : 'Back to before the first loss, with one change.'];
    }
    case 'saving': {
      const rescue = rescueDone(lab);
      return ['The same run, with one change', rescue ? outcomeWords(rescue, run, lab.ghosts, true) : 'It runs on.'];
    }
    case 'end':
      return endTold(lab, run);
    case 'unharmed':
      return unharmedTold(run, told);
  }
}
