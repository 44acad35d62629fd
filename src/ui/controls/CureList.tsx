import { Fragment, type ReactNode } from 'react';
import { catalogue } from '../../engine/catalogue';
import { datasetOf, kindOf } from '../../engine/chosen';
import { type Key, SCHEMA } from '../../engine/experiment';
import { controlValues, experimentOnScreen } from '../../store/selectors';
import { useLab } from '../../store/useLab';
import { modeName } from '../tail/names';
import { monitored } from '../text/monitored';
import styles from './Controls.module.css';
import { KeyCheck } from './KeyCheck';
import { type ChoiceKeyName, KeySelect } from './KeySelect';
import { isNumber, KeySlider } from './KeySlider';
import { RealWeight, WeightSlider } from './RealWeight';
import { SideBySide } from './SideBySide';
import { Web, WebCurve } from './Web';

/** A cure in words. */
interface Cure {
  readonly id: string;
  readonly name: string;
  readonly summary: string;
  readonly cost?: string;
  readonly keys?: readonly string[];
}

/** What models bring of the kind. */
const OF_MODELS: readonly Cure[] = [
  {
    id: 'neon',
    name: 'Neon',
    summary: 'Fits a second model to samples of the first, and steps away from where that one went.',
    cost: 'a second fit in every generation, and nearly twice the noise; it cancels the sampler’s bias, not the drift',
    keys: ['neon'],
  },
  {
    id: 'warmStart',
    name: 'Warm start',
    summary: 'Each network goes on from the weights of the one before, instead of from scratch.',
    keys: ['warmStart'],
  },
];

/** The favourite by its name. */
function Favourite() {
  const experiment = useLab(experimentOnScreen);
  const { modes } = datasetOf(experiment);
  const options = Array.from({ length: modes }, (_, mode) => ({ id: String(mode), name: modeName(mode, experiment) }));
  return modes > 1 && <KeySelect of="favourite" options={options} />;
}

/** What can be watched, by its name in these data: of names no words, but names. */
function Monitor() {
  const experiment = useLab(experimentOnScreen);
  const options = SCHEMA.monitor.options.map(({ id, name }) =>
    id === 'wordsAlive' && kindOf(experiment).id === 'text' ? { id, name: `Watches ${monitored(id, experiment).name}` } : { id, name },
  );
  return <KeySelect of="monitor" options={options} />;
}

/** Recall, and the part of the words that are left, end at 1, and so does what they can lose. */
function Tolerance() {
  const end = useLab((state) => (controlValues(state).monitor === 'frechetDistance' ? SCHEMA.tolerance.max : 1));
  return <KeySlider of="tolerance" end={end} />;
}

/** Keys that want more than a slider or a list. */
const CONTROLS: Readonly<Partial<Record<Key, ReactNode>>> = {
  web: <Web />,
  favourite: <Favourite />,
  refill: <KeyCheck of="refill" />,
  realWeight: <RealWeight />,
  monitor: <Monitor />,
  tolerance: <Tolerance />,
};

function control(key: Key): ReactNode {
  return CONTROLS[key] ?? (isNumber(key) ? <KeySlider of={key} /> : <KeySelect of={key as ChoiceKeyName} />);
}

/** What there is to set of a key besides, once it is on. */
const WITH: Readonly<Partial<Record<Key, ReactNode>>> = { web: <WebCurve />, realWeight: <WeightSlider /> };

/** The key that switches it on, what it does and costs, then what else there is to set. */
function Group({ name, summary, cost, keys = [] }: Cure) {
  const applying = useLab((state) =>
    (keys as readonly Key[]).filter((key) => SCHEMA[key].applies(SCHEMA[key].live ? experimentOnScreen(state) : state.draft)).join(' '),
  );
  if (applying === '') return null;
  const [first, ...others] = applying.split(' ') as Key[];
  return (
    <section className={styles.cure} aria-label={name}>
      {control(first)}
      <p className={styles.words}>{summary}</p>
      {cost && (
        <p className={styles.words}>
          <strong>What it costs:</strong> {cost}.
        </p>
      )}
      {WITH[first]}
      {others.map((key) => (
        <Fragment key={key}>{control(key)}</Fragment>
      ))}
    </section>
  );
}

/** All that may stand between sampling and training, in the order in which it acts. */
export default function CureList() {
  return (
    <>
      {[...catalogue.steps, ...OF_MODELS].map((cure) => (
        <Group key={cure.id} {...cure} />
      ))}
      <SideBySide />
    </>
  );
}
