import { useState } from 'react';
import { sharedLinkOf } from '../../store/addressBar';
import { labStore } from '../../store/labStore';
import { pageOf } from '../../store/pageAddress';
import { experimentOnScreen } from '../../store/selectors';
import buttons from '../forms/Buttons.module.css';
import { framesOf } from '../runs';
import styles from './Broken.module.css';
import { ReloadButton } from './ReloadButton';
import { saveRun } from './saveRun';

const MOST_LETTERS = 300;

/** What stands in place of the page. It takes nothing of the page but the store, for whatever else may be what broke. */
export function Broken({ message }: { message: string }) {
  const [said, setSaid] = useState('');
  const [link, setLink] = useState('');
  const state = labStore.getState();
  const generations = framesOf(state).length;

  const copy = async () => {
    const address = sharedLinkOf(experimentOnScreen(state), location);
    const copied = await navigator.clipboard?.writeText(address).then(
      () => true,
      () => false,
    );
    setSaid(copied ? 'Copied: the link is on the clipboard.' : 'The browser refused to copy. This is the link:');
    setLink(copied ? '' : address);
  };
  const save = () =>
    saveRun(state).then(setSaid, () => setSaid('The data could not be saved: a part of the page is missing. Check the connection, then try again.'));

  return (
    <main className={styles.broken}>
      <h1>This page broke down</h1>
      <p role="alert">
        MAD Lab could not draw the page any more ({message.slice(0, MOST_LETTERS)}). That is a fault of ours. Reload starts it again; the same link
        gives the same numbers.
        {generations > 0 && ` The ${generations === 1 ? 'generation' : `${generations} generations`} computed so far can be saved first.`}
      </p>
      <p className={`${buttons.buttons} ${styles.buttons}`}>
        <ReloadButton />
        <button type="button" onClick={() => void copy()}>
          Copy link
        </button>
        <button type="button" onClick={() => void save()}>
          Download data
        </button>
      </p>
      <p role="status">{said}</p>
      {link !== '' && <input aria-label="Link" readOnly value={link} onFocus={(event) => event.target.select()} />}
      <p>
        If it breaks again,{' '}
        <a href={pageOf(location)} target="_blank" rel="noopener">
          open MAD Lab without these settings
        </a>
        .
      </p>
    </main>
  );
}
