import { datasetOf, kindOf, modelOf } from '../../engine/chosen';
import { unaccounted } from '../../engine/claims';
import type { Experiment, Settings } from '../../engine/experiment';
import { settingsAt } from '../../engine/settings';
import { presetOf } from '../../presets/presetOf';

/** The live keys that the conditions below look at, or that sources vary: any other one off its default, and no source speaks of the run. */
const ACCOUNTED: readonly (keyof Settings)[] = ['memory', 'span', 'real', 'synthetic', 'bias', 'steps'];

/** A tendency that a source reports, and the settings under which it does. */
interface Tendency {
  readonly loop: string;
  readonly holds: (settings: Experiment) => boolean;
  readonly words: string;
}

const freshShare = ({ real, synthetic }: Experiment) => real / (real + synthetic);
const replaces = ({ memory }: Experiment) => memory === 'previous';
const isOfDigits = (settings: Experiment) => kindOf(settings).loads === 'digits';

/** The smallest fresh share that the MAD paper's Fig. 10 runs with. */
const MAD_FRESH_SHARE = 0.1;

/** For each loop the first whose condition holds; where no source speaks of the settings, nothing is said. */
const TENDENCIES: readonly Tendency[] = [
  {
    loop: 'fully-synthetic',
    holds: (settings) => replaces(settings) && settings.bias < 1,
    words:
      'In the MAD paper (Alemohammad et al., 2024), fully synthetic loops with a sampling bias below 1 usually kept their quality longer, while their diversity fell faster.',
  },
  {
    loop: 'fully-synthetic',
    holds: (settings) => replaces(settings) && settings.bias === 1 && isOfDigits(settings),
    words:
      'In the MAD paper (Alemohammad et al., 2024), fully synthetic loops sampled without a bias usually lost both quality and diversity, generation by generation.',
  },
  {
    loop: 'fully-synthetic',
    // without modes there is no rare part to lose
    holds: (settings) => replaces(settings) && settings.bias === 1 && datasetOf(settings).modes > 0,
    words:
      'In the Nature paper (Shumailov et al., 2024), models trained on the samples of the model before usually lost the rare parts of the data first.',
  },
  {
    loop: 'synthetic-augmentation',
    holds: (settings) => replaces(settings) && settings.bias <= 1 && isOfDigits(settings),
    words: 'In the MAD paper (Alemohammad et al., 2024), a fixed set of real data usually slowed the loss down without ending it.',
  },
  {
    loop: 'synthetic-augmentation',
    holds: ({ memory, bias }) => memory === 'all' && bias === 1,
    words:
      'In Gerstgrasser et al. (2024), where synthetic data joined the real ones instead of replacing them, the test error usually stayed bounded.',
  },
  {
    loop: 'synthetic-augmentation',
    holds: ({ memory, bias }) => memory === 'subsample' && bias === 1,
    words: 'In Kazdan et al. (2025), models trained on a fixed-size part of all data so far usually lost ground slowly and gradually.',
  },
  {
    loop: 'fresh-data',
    holds: (settings) => replaces(settings) && settings.real === 0,
    words:
      'In the MAD paper (Alemohammad et al., 2024), loops without enough fresh real data usually lost quality or diversity, generation by generation.',
  },
  {
    loop: 'fresh-data',
    holds: (settings) =>
      replaces(settings) && settings.bias <= 1 && freshShare(settings) >= MAD_FRESH_SHARE && modelOf(settings).isOneGaussian === true,
    words:
      'In the MAD paper (Alemohammad et al., 2024), Gaussian loops with fresh real data usually settled at a level that did not depend on the first model.',
  },
];

/** What we measured (seeds 1 to 3) at the settings that digits begin with. */
const DIGITS_FALL =
  'In the two loops with real data half of each training set is generated. That is too much for this network: over ten generations both lost more than half of their recall (our own runs, seeds 1 to 3, without a GPU). With 250 synthetic samples instead of 1,000 they kept four fifths or more.';

/** What usually follows under the settings in force, for the first of `loops` of which a source says so, and what we measured of them; '' where there is neither. */
export function outlookOf(experiment: Experiment, generation: number, loops: readonly string[]): string {
  const measured = presetOf(experiment)?.query === 'model=vae' ? DIGITS_FALL : '';
  return [reportedOf(experiment, generation, loops), measured].filter((words) => words !== '').join(' ');
}

function reportedOf(experiment: Experiment, generation: number, loops: readonly string[]): string {
  const settings = settingsAt(experiment, generation);
  if (unaccounted(experiment, generation, ACCOUNTED) !== null) return '';
  for (const loop of loops) {
    const tendency = TENDENCIES.find((candidate) => candidate.loop === loop && candidate.holds(settings));
    if (tendency) return tendency.words;
  }
  return '';
}
