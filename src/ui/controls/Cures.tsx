import { lazy } from 'react';
import { controlValues } from '../../store/selectors';
import { useLab } from '../../store/useLab';
import { NotLoaded } from '../broken/NotLoaded';
import { Late } from '../Late';
import styles from './Controls.module.css';
import { curesWords } from './curesWords';

const CureList = lazy(() => import('./CureList'));

interface CuresProps {
  readonly open: boolean;
  readonly onToggle: (open: boolean) => void;
}

/** What may stand between sampling and training, folded; closed it says what of it is on. */
export function Cures({ open, onToggle }: CuresProps) {
  const words = useLab((state) => curesWords(controlValues(state)));
  return (
    <details className={styles.settings} open={open} onToggle={(event) => onToggle(event.currentTarget.open)}>
      <summary>
        Cures <span className={styles.summary}>{words}</span>
      </summary>
      {open && (
        <Late failed={<NotLoaded />}>
          <CureList />
        </Late>
      )}
    </details>
  );
}
