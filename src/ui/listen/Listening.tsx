import { useStore } from 'zustand';
import { loopsOf } from '../../engine/loops/named';
import { chordOf } from '../../sound/kinds';
import { experimentOnScreen } from '../../store/selectors';
import type { LabState } from '../../store/state';
import { useLab } from '../../store/useLab';
import choices from '../forms/Choices.module.css';
import { inkVariable } from '../palette';
import { shownOf } from '../runs';
import { beatShown, modesShown } from './heard';
import styles from './Listening.module.css';
import { listenStore } from './listenStore';
import { Volume } from './Volume';
import { heardWords } from './words';

function Voices() {
  const chosen = useLab((state) => experimentOnScreen(state).loop);
  const alone = useStore(listenStore, (state) => (state.alone !== null && chosen.includes(state.alone) ? state.alone : null));
  const loops = loopsOf({ loop: chosen });
  if (loops.length < 2) return null;
  const choice = (id: string | null, words: string) => (
    <label key={id} style={id === null ? undefined : { color: inkVariable(id) }}>
      <input type="radio" name="heard" checked={alone === id} onChange={() => listenStore.setState({ alone: id })} />
      <span>{words}</span>
    </label>
  );
  return (
    <fieldset className={styles.voices}>
      <legend className="visuallyHidden">Which loop is heard</legend>
      <div className={choices.tabs}>
        {choice(null, 'all')}
        {loops.map(({ id, short }) => choice(id, short))}
      </div>
    </fieldset>
  );
}

/** Whether samples are shown of which it can't be told what they are. */
function isUnread(state: LabState): boolean {
  const { preview } = state;
  if (preview.status !== 'ready' || shownOf(state) === 0) return false;
  return beatShown(state).some((shown) => shown !== null && shown.count > 0 && chordOf(shown, preview.preview, 1) === null);
}

export default function Listening() {
  const experiment = useLab(experimentOnScreen);
  const modes = useLab(modesShown);
  const unread = useLab(isUnread);
  return (
    <section className={styles.listening} aria-label="Listen">
      <Volume />
      <Voices />
      {unread && <p className={styles.words}>No score has asked what these digits are, so they have no tones. Open the chart of digits alive.</p>}
      <details>
        <summary>What do I hear?</summary>
        <p className={styles.words}>{heardWords(experiment, modes)}</p>
      </details>
    </section>
  );
}
