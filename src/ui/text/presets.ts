export interface Preset {
  readonly title: string;
  /** one sentence: what to look for */
  readonly look: string;
  /** the query of its link, without `v` */
  readonly query: string;
}

export const PRESETS: readonly Preset[] = [
  {
    title: 'Three loops, one ring',
    look: 'Watch modes die in the fully synthetic loop while a little real data, fixed or fresh, keeps all eight alive in the other two.',
    query: '',
  },
  {
    title: 'The rare go first',
    look: 'The eight modes are not equally common here: see which ones vanish early, and how little the average notices.',
    query: 'dataset=long-tail&initialReal=200',
  },
  {
    title: 'Quality bought with diversity',
    look: 'Every model keeps to its likeliest samples (λ = 0.7): precision stays high and looks like success, recall falls faster than before.',
    query: 'bias=0.7',
  },
  {
    title: 'A rescue at generation 20',
    look: 'Nothing real comes in until generation 20, then 64 fresh samples every generation: see how far the scores come back, and which modes.',
    query: 'loop=fresh-data&real=0&changes=20:real=64',
  },
  {
    title: 'A published experiment',
    look: 'A Gaussian in 100 dimensions with 100 fresh and 900 generated samples, as in the MAD paper: after a rise the error settles instead of growing on.',
    query: 'model=gaussian&dim=100&loop=fresh-data&initialReal=1000&real=100&synthetic=900&generations=40',
  },
  {
    title: 'Handwriting that fades to grey',
    look: 'A small neural network learns to write digits from its own digits: follow one place in the fully synthetic wall until all its places show the same blur.',
    query: 'model=vae',
  },
];
