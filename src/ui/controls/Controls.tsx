import { useState } from 'react';
import { catalogue } from '../../engine/catalogue';
import { SCHEMA } from '../../engine/experiment';
import { listed } from '../../format';
import { controlValues, experimentOnScreen } from '../../store/selectors';
import { useLab } from '../../store/useLab';
import { OwnData } from '../draw/OwnData';
import { LoopDiagram } from '../loop/LoopDiagram';
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
import { LoopSliders } from './LoopSliders';
import { RunButtons } from './RunButtons';
import { Speed } from './Speed';

/** Memories that one of the chosen loops refuses. */
const refused = (chosen: readonly string[]): string =>
  SCHEMA.memory.options
    .map(({ id }) => id)
    .filter((memory) => catalogue.loops.some(({ id, memories }) => chosen.includes(id) && !memories.includes(memory)))
    .join(' ');

/** "synthetic augmentation alone": the loops that have a memory which others refuse. */
const loopsWith = (memory: string): string =>
  `${listed(catalogue.loops.filter(({ memories }) => (memories as readonly string[]).includes(memory)).map(({ name }) => name.toLowerCase()))} alone`;

function Memory() {
  const closed = useLab((state) => refused(experimentOnScreen(state).loop)).split(' ');
  const hasSpan = useLab((state) => controlValues(state).memory === 'last');
  return (
    <>
      <KeySelect of="memory" closed={closed} closedWord={loopsWith} />
      {hasSpan && (
        <Control name="span">
          <KeySlider of="span" />
        </Control>
      )}
    </>
  );
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
  const access = useControl('controls');
  if (access === 'hidden') return null;
  return (
    <section className={styles.controls} aria-label="Controls" data-off-paper>
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
          <LoopSliders wholeBias={advanced} />
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
