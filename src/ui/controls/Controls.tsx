import { useState } from 'react';
import { catalogue } from '#catalogue';
import { firstRepeat, SCHEMA } from '../../engine/experiment';
import { experimentOnScreen } from '../../store/selectors';
import { useLab } from '../../store/useLab';
import { OwnData } from '../draw/OwnData';
import { LoopDiagram } from '../loop/LoopDiagram';
import { lookOf, REAL } from '../palette';
import { useWide } from '../useWide';
import { stateOf, useControl } from '../view/controls';
import { Advanced } from './Advanced';
import styles from './Controls.module.css';
import { KeyNumber } from './KeyNumber';
import { KeyRadios } from './KeyRadios';
import { KeySelect } from './KeySelect';
import { KeySlider } from './KeySlider';
import { LoopChecks } from './LoopChecks';
import { RUN_BUTTONS, RunButtons } from './RunButtons';
import { Speed } from './Speed';

/** Memories that one of the chosen loops refuses. */
const refused = (chosen: readonly string[]): string =>
  SCHEMA.memory.options
    .map(({ id }) => id)
    .filter((memory) => catalogue.loops.some(({ id, memories }) => chosen.includes(id) && !memories.includes(memory)))
    .join(' ');

function Memory() {
  const closed = useLab((state) => refused(experimentOnScreen(state).loop)).split(' ');
  return <KeySelect of="memory" closed={closed} closedWord="synthetic augmentation alone" />;
}

/** Fresh real samples, with a word on when finite data begin to repeat. */
function FreshSamples() {
  const repeat = useLab((state) => firstRepeat(experimentOnScreen(state)));
  const hint = repeat === null ? '' : `The real digits are used up: from generation ${repeat} on, fresh draws repeat some.`;
  return <KeySlider of="real" colour={lookOf('fresh-data').colour} hint={hint} />;
}

const hasButtons = () => RUN_BUTTONS.some((name) => stateOf(name) !== 'hidden');

/** Whether the link leaves anything of the panel. */
export const hasRunPanel = () => hasButtons() || stateOf('speed') !== 'hidden';

/** What every visitor needs first. */
export function RunPanel() {
  return (
    <section className={styles.controls} aria-label="Run">
      {hasButtons() && <RunButtons />}
      <Speed />
    </section>
  );
}

/** What the loop is: as a diagram that can be dragged, and key by key. */
export function Settings() {
  const [advanced, setAdvanced] = useState(false);
  const [unfolded, setUnfolded] = useState(false);
  const wide = useWide();
  const fresh = useLab((state) => SCHEMA.real.applies(experimentOnScreen(state)));
  return (
    <section className={styles.controls} aria-label="Controls">
      {useControl('diagram') !== 'hidden' && <LoopDiagram />}
      <details className={styles.settings} open={wide || unfolded} onToggle={(event) => setUnfolded(event.currentTarget.open)}>
        <summary>Settings</summary>
        <KeyRadios of="model" />
        <KeyRadios of="dataset" />
        <OwnData />
        <LoopChecks />
        {fresh && <FreshSamples />}
        <KeySlider of="synthetic" />
        <KeySlider of="bias" whole={advanced} hint={SCHEMA.bias.help} />
        <KeySlider of="initialReal" colour={REAL.colour} />
        <KeySlider of="generations" />
        <KeyNumber of="seed" />
        <KeyNumber of="replicates" />
        <Memory />
        <Advanced open={advanced} onToggle={setAdvanced} />
      </details>
    </section>
  );
}
