import { catalogue } from '../../engine/catalogue';
import { manyOf } from '../../engine/chosen';
import { SCHEMA } from '../../engine/experiment';
import { loopsOf } from '../../engine/loops/named';
import { firstRepeat } from '../../engine/recipe';
import { experimentOnScreen } from '../../store/selectors';
import { useLab } from '../../store/useLab';
import { lookOf, REAL } from '../palette';
import { Setting } from '../view/Setting';
import { KeySlider } from './KeySlider';

/** Fresh real samples, with a word on when finite data begin to repeat. */
function FreshSamples() {
  const repeat = useLab((state) => {
    const experiment = experimentOnScreen(state);
    const distinct = catalogue.datasets.find(({ id }) => id === experiment.dataset)?.distinct ?? null;
    return firstRepeat(loopsOf(experiment), experiment, distinct);
  });
  const many = useLab((state) => manyOf(experimentOnScreen(state)));
  const hint = repeat === null ? '' : `The real ${many} are used up: from generation ${repeat} on, fresh draws repeat some.`;
  return <KeySlider of="real" colour={lookOf('fresh-data').colour} hint={hint} />;
}

/** Its end moves when Advanced opens, which has to be said where it moves. */
const BEYOND = `; to ${SCHEMA.bias.max} while Advanced is open, above 1: rarer samples`;

/** What acts on a running loop at once: how much of which data, sampled how. `whole`: over their whole range, which few need. */
export function LiveSliders({ whole = false }: { whole?: boolean }) {
  const smooths = useLab((state) => SCHEMA.smoothing.applies(experimentOnScreen(state)));
  const fresh = useLab((state) => SCHEMA.real.applies(experimentOnScreen(state)));
  return (
    <>
      {fresh && (
        <Setting name="real">
          <FreshSamples />
        </Setting>
      )}
      <Setting name="synthetic">
        <KeySlider of="synthetic" />
      </Setting>
      <Setting name="bias">
        <KeySlider of="bias" whole={whole} hint={`below 1: likelier samples, less variety${whole ? BEYOND : ''}`} />
      </Setting>
      {smooths && (
        <Setting name="smoothing">
          <KeySlider of="smoothing" whole={whole} hint="0: only what was seen; from about 1: gibberish" />
        </Setting>
      )}
    </>
  );
}

/** What a loop starts from, and how long it runs. */
export function StartSliders() {
  return (
    <>
      <Setting name="initialReal">
        <KeySlider of="initialReal" colour={REAL.colour} />
      </Setting>
      <Setting name="generations">
        <KeySlider of="generations" />
      </Setting>
    </>
  );
}
