import type { ReactNode } from 'react';
import { catalogue } from '../../engine/catalogue';
import { datasetOf, kindOf } from '../../engine/chosen';
import { type Key, SCHEMA } from '../../engine/experiment';
import { controlValues, experimentOnScreen } from '../../store/selectors';
import { useLab } from '../../store/useLab';
import { modeName } from '../tail/names';
import styles from './CureList.module.css';
import { KeyCheck } from './KeyCheck';
import { KeySelect } from './KeySelect';
import { KeySlider } from './KeySlider';
import { RealWeight } from './RealWeight';
import { Web } from './Web';

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
  const options = Array.from({ length: modes }, (_, mode) => ({ id: String(mode), name: modeName(mode, kindOf(experiment)) }));
  return modes > 1 && <KeySelect of="favourite" options={options} />;
}

/** Recall ends at 1, and so does what it can lose. */
function Tolerance() {
  const end = useLab((state) => (controlValues(state).monitor === 'recall' ? 1 : SCHEMA.tolerance.max));
  return <KeySlider of="tolerance" end={end} />;
}

const CONTROLS: Readonly<Partial<Record<Key, ReactNode>>> = {
  web: <Web />,
  curation: <KeySelect of="curation" />,
  keep: <KeySlider of="keep" />,
  preference: <KeySlider of="preference" />,
  favourite: <Favourite />,
  detector: <KeySlider of="detector" />,
  falseAlarms: <KeySlider of="falseAlarms" />,
  refill: <KeyCheck of="refill" />,
  archive: <KeySlider of="archive" />,
  archiveDraw: <KeySlider of="archiveDraw" />,
  archiveGrowth: <KeySlider of="archiveGrowth" />,
  realWeight: <RealWeight />,
  monitor: <KeySelect of="monitor" />,
  tolerance: <Tolerance />,
  action: <KeySelect of="action" />,
  neon: <KeySlider of="neon" />,
  warmStart: <KeyCheck of="warmStart" />,
};

function Group({ id, name, summary, cost, keys = [] }: Cure) {
  const applying = useLab((state) =>
    (keys as readonly Key[]).filter((key) => SCHEMA[key].applies(SCHEMA[key].live ? experimentOnScreen(state) : state.draft)).join(' '),
  );
  if (applying === '') return null;
  return (
    <section className={styles.cure} aria-labelledby={`cure-${id}`}>
      <h3 id={`cure-${id}`}>{name}</h3>
      <p>{summary}</p>
      {cost && <p>What it costs: {cost}.</p>}
      {applying.split(' ').map((key) => (
        <div key={key}>{CONTROLS[key as Key]}</div>
      ))}
    </section>
  );
}

/** All that may stand between sampling and training, in the order in which it acts. */
export default function CureList() {
  return [...catalogue.steps, ...OF_MODELS].map((cure) => <Group key={cure.id} {...cure} />);
}
