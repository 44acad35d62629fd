/** What `hide=` and `lock=` of a link may name, each with what it is. They bind the reader, not the host of an embed. */
export const CONTROLS = {
  run: 'the button Run, Pause, Resume, and the space bar',
  step: 'the button Step',
  reset: 'the button Reset',
  speed: 'the slider Speed',
  timeline: 'the slider Generation shown',
  compare: 'What if and Keep to compare',
  controls: 'all settings, with the diagram',
  diagram: 'the loop as a diagram',
  model: 'the choice of the model',
  dataset: 'the choice of the data, own points included',
  loop: 'the choice of loops',
  real: 'Fresh real samples per generation',
  synthetic: 'Synthetic samples per generation',
  bias: 'Sampling bias λ',
  initialReal: 'Initial real samples',
  generations: 'Generations',
  seed: 'Seed',
  replicates: 'Replicates',
  memory: 'Memory',
  advanced: 'the settings under Advanced',
  kind: 'the choice Points or Digits',
  presets: 'the button Presets',
  share: 'the button Share',
  export: 'the button Export',
  theme: 'the choice of the theme',
  help: 'the button Help',
  narration: 'the sentences on what is happening',
  tail: 'the list of modes or digits, rarest first',
  footer: 'the line at the foot of the page',
} as const;

export type ControlName = keyof typeof CONTROLS;

export const CONTROL_NAMES = Object.keys(CONTROLS) as ControlName[];
