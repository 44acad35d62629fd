import { useState } from 'react';
import { kindOf } from '../../engine/chosen';
import { printQuery } from '../../engine/experimentText';
import { hasOwnText, printText } from '../../store/ownText';
import { pageOf } from '../../store/pageAddress';
import { download } from '../files/download';
import type { Results } from '../files/results';
import buttons from '../forms/Buttons.module.css';
import { makeSinglePage, WHOLE_FILE_MB } from './singlePage';

interface Making {
  readonly state: 'none' | 'making' | 'saved' | 'failed';
  readonly words: string;
}

/** The page with this experiment as one file that runs from disk. */
export function OneFile({ results: { experiment }, name }: { results: Results; name: string }) {
  const { loads } = kindOf(experiment);
  const text = hasOwnText(experiment) ? printText(experiment.text) : '';
  const included = text === '' ? loads : 'your text';
  const [making, setMaking] = useState<Making>({ state: 'none', words: '' });
  if (location.protocol === 'file:') return <p className="mute">This page is such a file already: copy it to take it along.</p>;

  const save = async () => {
    setMaking({ state: 'making', words: 'Gathering…' });
    try {
      const tell = (done: number, of: number) => setMaking({ state: 'making', words: `Gathering ${done} of ${of} parts…` });
      const page = await makeSinglePage(experiment, { query: `?${printQuery(experiment)}`, text, home: pageOf(location) }, tell);
      download(`${name}.html`, 'text/html', page);
      setMaking({ state: 'saved', words: `Saved ${name}.html, ${(page.size / 1e6).toFixed(1)} MB.` });
    } catch (error) {
      setMaking({ state: 'failed', words: error instanceof Error ? error.message : String(error) });
    }
  };

  return (
    <>
      <p>
        The whole page in one HTML file that opens from disk and computes there, without a network. It starts with this experiment and holds what the
        experiment needs{included === null ? '' : `, ${included} included`};{' '}
        <a href="./mad-lab.html" download>
          mad-lab.html
        </a>{' '}
        holds everything ({WHOLE_FILE_MB} MB).
      </p>
      <div className={buttons.buttons}>
        <button type="button" disabled={making.state === 'making'} onClick={() => void save()}>
          Export this experiment as one HTML file
        </button>
      </div>
      <p role={making.state === 'failed' ? 'alert' : 'status'} className="mute">
        {making.words}
      </p>
    </>
  );
}
