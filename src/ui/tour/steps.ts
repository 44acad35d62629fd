interface TourStep {
  readonly title: string;
  readonly text: string;
  /** what the step is about: the first of these that can be seen */
  readonly targets: readonly string[];
}

/** The step that pressing Run fulfils. */
export const RUN_STEP = 1;

export const STEPS: readonly TourStep[] = [
  {
    title: 'Three loops, one start',
    text: 'These are real data. In each loop a model learns from data and makes new ones, and the next model learns from those. Nothing here is a recording: your computer trains every model while you watch.',
    targets: ['section[aria-label="Samples"]'],
  },
  {
    title: 'Press Run',
    text: 'The loops start together. Only one of them gets new real data every time. Watch which pictures keep their shape.',
    targets: ['section[aria-label="Controls"] button'],
  },
  {
    title: 'Change something while it runs',
    text: 'Drag this to more or fewer samples. The change counts from the next generation on, and you see at once what it does.',
    targets: [
      'div:has(> input[aria-label="Fresh real samples per generation"])',
      'div:has(> input[aria-label="Synthetic samples per generation"])',
      '[aria-label="The loop as a diagram"]',
    ],
  },
  {
    title: 'Go back in time',
    text: 'Drag the timeline to see any generation again. The charts below it score how good and how varied the samples still are.',
    targets: ['div:has(> div > #generation-shown)'],
  },
];
