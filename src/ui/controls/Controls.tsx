import { useState } from 'react';
import { catalogue } from '../../engine/catalogue';
import { SCHEMA } from '../../engine/experiment';
import { listed } from '../../format';
import { controlValues, experimentOnScreen } from '../../store/selectors';
import { useLab } from '../../store/useLab';
import { Desk } from '../Desk';
import { OwnData } from '../draw/OwnData';
import { NOTHING_IS_SENT } from '../text/badge';
import type { ControlName } from '../view/controls';
import { LockedWords } from '../view/LockedWords';
import { Setting } from '../view/Setting';
import { useControl } from '../view/viewStore';
import { OwnText } from '../write/OwnText';
import { Advanced } from './Advanced';
import styles from './Controls.module.css';
import { Cures } from './Cures';
import { KeyNumber } from './KeyNumber';
import { KeyRadios } from './KeyRadios';
import { KeySelect } from './KeySelect';
import { KeySlider } from './KeySlider';
import { LoopChecks } from './LoopChecks';
import { LiveSliders, StartSliders } from './LoopSliders';
import { RunButtons } from './RunButtons';
import { Speed } from './Speed';
import { setUpWords } from './setUpWords';
import { Unit } from './Unit';

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
      <KeySelect of="memory" closed={Object.fromEntries(closed.map((memory) => [memory, loopsWith(memory)]))} />
      {hasSpan && (
        <Setting name="span">
          <KeySlider of="span" />
        </Setting>
      )}
    </>
  );
}

/** What every visitor needs first. */
export function RunPanel() {
  return (
    <section className={styles.controls} aria-label="Run">
      <RunButtons calm={NOTHING_IS_SENT} />
    </section>
  );
}

/** What stands open of the settings; whoever shows them in one place or another keeps it. */
interface Folds {
  readonly open: boolean;
  readonly cures: boolean;
  readonly advanced: boolean;
}

interface FoldsProps {
  readonly folds: Folds;
  readonly onFold: (change: Partial<Folds>) => void;
}

export function useFolds(): FoldsProps {
  const [folds, setFolds] = useState<Folds>({ open: false, cures: false, advanced: false });
  return { folds, onFold: (change) => setFolds((now) => ({ ...now, ...change })) };
}

const SET_UP: readonly ControlName[] = ['model', 'dataset', 'loop', 'initialReal', 'generations', 'seed', 'replicates', 'memory', 'advanced'];

/** What the loop is made of, but for what acts on it at once. */
function SetUp({ folds: { open, advanced }, onFold }: FoldsProps) {
  const words = useLab(({ draft }) => setUpWords(draft));
  const access = SET_UP.map(useControl);
  if (access.every((left) => left === 'hidden')) return null;
  return (
    <details className={styles.settings} open={open} onToggle={(event) => onFold({ open: event.currentTarget.open })}>
      <summary>
        Set up <span className={styles.summary}>{words}</span>
      </summary>
      <Setting name="model">
        <KeyRadios of="model" />
      </Setting>
      <Setting name="dataset">
        <KeyRadios of="dataset" />
        <OwnData />
        <OwnText />
        <Setting name="unit">
          <Unit />
        </Setting>
      </Setting>
      <Setting name="loop">
        <LoopChecks />
      </Setting>
      <StartSliders />
      <Setting name="seed">
        <KeyNumber of="seed" />
        <Desk className={styles.hint} />
      </Setting>
      <Setting name="replicates">
        <KeyNumber of="replicates" />
      </Setting>
      <Setting name="memory">
        <Memory />
      </Setting>
      <Setting name="advanced">
        <Advanced open={advanced} onToggle={(now) => onFold({ advanced: now })} />
      </Setting>
    </details>
  );
}

/** The sliders that act on the running loop, and folded below them what it is made of. */
export function Settings({ folds, onFold }: FoldsProps) {
  const controls = useControl('controls');
  const speed = useControl('speed');
  if (controls === 'hidden' && speed === 'hidden') return null;
  return (
    <section className={styles.controls} aria-label="Controls" data-off-paper>
      <div className={styles.live}>
        <Setting name="controls">
          <LiveSliders whole={folds.advanced} />
        </Setting>
        <Setting name="speed">
          <Speed />
        </Setting>
        <LockedWords />
      </div>
      <Setting name="controls">
        <SetUp folds={folds} onFold={onFold} />
        <Setting name="cures">
          <Cures open={folds.cures} onToggle={(cures) => onFold({ cures })} />
        </Setting>
      </Setting>
    </section>
  );
}
