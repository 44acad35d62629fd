import { useMemo, useState } from 'react';
import { useLab } from '../../store/useLab';
import dialogStyles from '../dialogs/Dialog.module.css';
import { shownOf } from '../runs';
import { download } from './download';
import styles from './Export.module.css';
import { figuresOf } from './figures';
import type { Results } from './results';
import { toPng } from './toPng';

/** One picture of the run, as it will be saved. */
export default function FigureChoice({ results, name }: { results: Results; name: string }) {
  const shown = useLab(shownOf);
  const preview = useLab((state) => (state.preview.status === 'ready' ? state.preview.preview : null));
  const [chosen, setChosen] = useState('samples');
  const [problem, setProblem] = useState<string | null>(null);
  const offers = figuresOf(results, shown, preview);
  const offer = offers.find(({ id }) => id === chosen) ?? offers[0];
  // biome-ignore lint/correctness/useExhaustiveDependencies: results are made anew at every look; what is in them decides
  const figure = useMemo(() => offer.draw(), [offer.id, shown, preview, results.frames, results.noise, results.experiment, results.link]);
  const file = `${name}-${offer.id}${offer.id === 'samples' ? `-generation-${shown}` : ''}`;

  const savePng = async () => {
    setProblem(null);
    try {
      download(`${file}.png`, 'image/png', await toPng(figure));
    } catch (error) {
      setProblem(`The PNG could not be made (${error instanceof Error ? error.message : error}). The SVG holds the same picture.`);
    }
  };

  return (
    <>
      <label className={styles.choice}>
        Picture
        <select className={styles.select} value={offer.id} onChange={(event) => setChosen(event.target.value)}>
          {offers.map(({ id, name: label }) => (
            <option key={id} value={id}>
              {label}
            </option>
          ))}
        </select>
      </label>
      <img
        className={styles.figure}
        src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(figure.svg)}`}
        width={figure.width}
        height={figure.height}
        alt={`As it will be saved: ${figure.description}`}
      />
      <div className={dialogStyles.buttons}>
        <button type="button" className={dialogStyles.button} onClick={() => void savePng()}>
          Save PNG
        </button>
        <button type="button" className={dialogStyles.button} onClick={() => download(`${file}.svg`, 'image/svg+xml', figure.svg)}>
          Save SVG
        </button>
      </div>
      {problem !== null && <p role="alert">{problem}</p>}
    </>
  );
}
