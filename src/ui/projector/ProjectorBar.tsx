import { useState } from 'react';
import { experimentOnScreen } from '../../store/selectors';
import { useLab } from '../../store/useLab';
import { Settings, useFolds } from '../controls/Controls';
import { RunButtons } from '../controls/RunButtons';
import { openDialog } from '../dialogs/openDialog';
import buttons from '../forms/Buttons.module.css';
import { HeaderActions } from '../header/Header';
import { ListenButton, ListenPanel } from '../listen/ListenButton';
import { shownOf } from '../runs';
import { deskWords } from '../text/deskWords';
import { Control } from '../view/Control';
import styles from './ProjectorBar.module.css';

/** All controls, folded to a bar, beside the generation in figures that the back row reads. */
export function ProjectorBar() {
  const [open, setOpen] = useState(false);
  const folds = useFolds();
  const shown = useLab(shownOf);
  const generations = useLab((state) => experimentOnScreen(state).generations);
  const desk = useLab((state) => state.desk);
  const hasDesk = typeof desk === 'number';
  const seed = useLab((state) => experimentOnScreen(state).seed);
  return (
    <header className={styles.bar} data-off-paper>
      <h1 className="visuallyHidden">MAD Lab</h1>
      <div className={styles.run}>
        <RunButtons listens={false} />
      </div>
      <p className="visuallyHidden">{deskWords(desk, seed) ?? `Seed ${seed}`}</p>
      <p className={styles.generation} aria-hidden="true">
        {hasDesk && <span>desk {desk}</span>}
        <span className={hasDesk ? styles.beside : undefined}>seed {seed}</span>
        <span className={styles.below}>{shown === 0 ? 'real data' : 'generation'}</span>
        {shown > 0 && <strong>{shown}</strong>}
        {shown > 0 && <span className={`${styles.below} ${styles.beside}`}>of {generations}</span>}
      </p>
      <button type="button" className={buttons.quiet} aria-expanded={open} onClick={() => setOpen(!open)}>
        {open ? 'Hide controls' : 'Controls'}
      </button>
      {open && (
        <div className={styles.sheet}>
          <HeaderActions />
          <Control name="compare">
            <button type="button" className={buttons.quiet} onClick={() => openDialog('seeds')}>
              Thirty seeds
            </button>{' '}
            <button type="button" className={buttons.quiet} onClick={() => openDialog('map')}>
              Map
            </button>
          </Control>
          <ListenButton />
          <ListenPanel />
          <Settings {...folds} />
        </div>
      )}
    </header>
  );
}
