interface TourStep {
  readonly title: string;
  readonly text: string;
  /** what the step is about: the first of these that is there, and in the window where the page may not scroll */
  readonly targets: readonly string[];
}

/** The step that pressing Run fulfils. */
export const RUN_STEP = 1;

/** The one obvious button. */
export const RUN_BUTTON = 'section[aria-label="Run"] button';

/** True in every state of a run: the tour can be taken again at any time. */
export const STEPS: readonly TourStep[] = [
  {
    title: 'A loop of models',
    text: 'A model learns from real data and makes new samples, and the next one learns from those. The diagrams show how much of each: drag their bands to change it.',
    targets: ['[aria-label$=": the loop as a diagram"]', 'section[aria-label="Samples"]'],
  },
  {
    title: 'Run and pause',
    text: 'This button starts all loops together, and pauses them. Nothing is a recording: your own computer trains every model while you watch.',
    targets: [RUN_BUTTON],
  },
  {
    title: 'Read the scores',
    text: 'One line for each loop, generation by generation. Inside the grey band a difference is only noise. Words with dots below them say what they mean.',
    targets: ['section[aria-label="Scores"] figure', 'section[aria-label="Scores"]'],
  },
  {
    title: 'Go back, and step in',
    text: 'Drag the timeline to see any generation again. Then move a slider: the loops go on from there, with your change marked on every chart.',
    targets: ['[data-timeline]', '#generation-shown'],
  },
];
