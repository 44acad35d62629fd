import { catalogue } from '../../engine/catalogue';
import { SCHEMA } from '../../engine/experiment';
import { BIAS_HELP } from '../../engine/keys/loop';
import { firstRepeat } from '../../engine/recipe';
import { experimentOnScreen } from '../../store/selectors';
import { useLab } from '../../store/useLab';
import { lookOf, REAL } from '../palette';
import { Control } from '../view/Control';
import { KeySlider } from './KeySlider';

/** Fresh real samples, with a word on when finite data begin to repeat. */
function FreshSamples() {
  const repeat = useLab((state) => {
    const experiment = experimentOnScreen(state);
    const distinct = catalogue.datasets.find(({ id }) => id === experiment.dataset)?.distinct ?? null;
    return firstRepeat(
      catalogue.loops.filter(({ id }) => experiment.loop.includes(id)),
      experiment,
      distinct,
    );
  });
  const hint = repeat === null ? '' : `The real digits are used up: from generation ${repeat} on, fresh draws repeat some.`;
  return <KeySlider of="real" colour={lookOf('fresh-data').colour} hint={hint} />;
}

/** What decides how a loop ends: how much of which data, sampled how, for how long. `wholeBias`: beyond 1, too. */
export function LoopSliders({ wholeBias = false }: { wholeBias?: boolean }) {
  const fresh = useLab((state) => SCHEMA.real.applies(experimentOnScreen(state)));
  return (
    <>
      {fresh && (
        <Control name="real">
          <FreshSamples />
        </Control>
      )}
      <Control name="synthetic">
        <KeySlider of="synthetic" />
      </Control>
      <Control name="bias">
        <KeySlider of="bias" whole={wholeBias} hint={BIAS_HELP} />
      </Control>
      <Control name="initialReal">
        <KeySlider of="initialReal" colour={REAL.colour} />
      </Control>
      <Control name="generations">
        <KeySlider of="generations" />
      </Control>
    </>
  );
}
