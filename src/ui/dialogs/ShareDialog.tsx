import { useRef, useState } from 'react';
import { linkOf } from '../../store/addressBar';
import { experimentOnScreen } from '../../store/selectors';
import { useLab } from '../../store/useLab';
import { PointsLeftOut } from '../draw/PointsLeftOut';
import { Dialog } from './Dialog';
import styles from './Dialog.module.css';

export function ShareDialog() {
  const experiment = useLab(experimentOnScreen);
  const [sameNumbers, setSameNumbers] = useState(true);
  const [copied, setCopied] = useState<'no' | 'yes' | 'refused'>('no');
  const field = useRef<HTMLInputElement>(null);
  const link = linkOf(sameNumbers ? { ...experiment, backend: 'wasm' } : experiment, location);

  const copy = async () => {
    field.current?.select();
    try {
      await navigator.clipboard.writeText(link);
      setCopied('yes');
    } catch {
      setCopied(document.execCommand('copy') ? 'yes' : 'refused');
    }
  };

  return (
    <Dialog title="Share this experiment">
      <PointsLeftOut />
      <p>The link holds every setting, the seed and the changes made during the run. Whoever opens it can run the same experiment.</p>
      <input ref={field} className={styles.link} aria-label="Link" readOnly value={link} onFocus={(event) => event.target.select()} />
      <label className={styles.choice}>
        <input type="checkbox" checked={sameNumbers} onChange={(event) => setSameNumbers(event.target.checked)} />
        <span>
          the same numbers for everyone
          <span className={styles.mute}> (computes on the processor, not on the graphics card, so that every computer gets the same results)</span>
        </span>
      </label>
      <div className={styles.buttons}>
        <button type="button" className={styles.primary} onClick={() => void copy()}>
          {copied === 'yes' ? 'Copied' : 'Copy link'}
        </button>
      </div>
      {copied === 'refused' && <p role="alert">The browser refused to copy. The link is selected: press Ctrl+C or ⌘C.</p>}
    </Dialog>
  );
}
