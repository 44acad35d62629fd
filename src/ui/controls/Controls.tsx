import { useState } from 'react';
import { catalogue } from '#catalogue';
import { firstRepeat, SCHEMA } from '../../engine/experiment';
import { experimentOnScreen } from '../../store/selectors';
import { useLab } from '../../store/useLab';
import { OwnData } from '../draw/OwnData';
import { LoopDiagram } from '../loop/LoopDiagram';
import { lookOf, REAL } from '../palette';
import { useWide } from '../useWide';
import { Control } from '../view/Control';
import { useControl } from '../view/viewStore';
import { Advanced } from './Advanced';
import styles from './Controls.module.css';
import { KeyNumber } from './KeyNumber';
import { KeyRadios } from './KeyRadios';
import { KeySelect } from './KeySelect';
import { KeySlider } from './KeySlider';
import { LoopChecks } from './LoopChecks';
import { RunButtons } from './RunButtons';
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

/** What every visitor needs first. */
export function RunPanel() {
  return (
    <section className={styles.controls} aria-label="Run">
      <RunButtons />
      <Control name="speed">
        <Speed />
      </Control>
    </section>
  );
}

/** What the loop is: as a diagram that can be dragged, and key by key. */
export function Settings() {
  const [advanced, setAdvanced] = useState(false);
  const [unfolded, setUnfolded] = useState(false);
  const wide = useWide();
  const fresh = useLab((state) => SCHEMA.real.applies(experimentOnScreen(state)));
  const access = useControl('controls');
  if (access === 'hidden') return null;
  return (
    <section className={styles.controls} aria-label="Controls">
      <Control name="diagram">
        <LoopDiagram />
      </Control>
      <details className={styles.settings} open={wide || unfolded} onToggle={(event) => setUnfolded(event.currentTarget.open)}>
        <summary>Settings</summary>
        <Control name="controls">
          <Control name="model">
            <KeyRadios of="model" />
          </Control>
          <Control name="dataset">
            <KeyRadios of="dataset" />
            <OwnData />
          </Control>
          <Control name="loop">
            <LoopChecks />
          </Control>
          {fresh && (
            <Control name="real">
              <FreshSamples />
            </Control>
          )}
          <Control name="synthetic">
            <KeySlider of="synthetic" />
          </Control>
          <Control name="bias">
            <KeySlider of="bias" whole={advanced} hint={SCHEMA.bias.help} />
          </Control>
          <Control name="initialReal">
            <KeySlider of="initialReal" colour={REAL.colour} />
          </Control>
          <Control name="generations">
            <KeySlider of="generations" />
          </Control>
          <Control name="seed">
            <KeyNumber of="seed" />
          </Control>
          <Control name="replicates">
            <KeyNumber of="replicates" />
          </Control>
          <Control name="memory">
            <Memory />
          </Control>
          <Control name="advanced">
            <Advanced open={advanced} onToggle={setAdvanced} />
          </Control>
        </Control>
      </details>
    </section>
  );
}
