import { useMemo, useState } from 'react';
import { useLab } from '../../store/useLab';
import { download } from '../files/download';
import type { Results } from '../files/results';
import buttons from '../forms/Buttons.module.css';
import fields from '../forms/Fields.module.css';
import { shownOf } from '../runs';
import styles from './FigureChoice.module.css';
import { type FigureOffer, figuresOf } from './figures';
import { toPng } from './toPng';

const optionOf = ({ id, name }: FigureOffer) => (
  <option key={id} value={id}>
    {name}
  </option>
);

/** Offers by their group, those of none first. */
function grouped(offers: readonly FigureOffer[]): ReadonlyMap<string, readonly FigureOffer[]> {
  const groups = new Map<string, FigureOffer[]>([['', []]]);
  for (const offer of offers) groups.set(offer.group, [...(groups.get(offer.group) ?? []), offer]);
  return groups;
}

/** One picture of the run, as it will be saved. */
export default function FigureChoice({ results, name }: { results: Results; name: string }) {
  const shown = useLab(shownOf);
  const preview = useLab((state) => (state.preview.status === 'ready' ? state.preview.preview : null));
  const [chosen, setChosen] = useState('samples');
  const [problem, setProblem] = useState<string | null>(null);
  const running = useLab(({ run }) => run.status === 'running');
  // a picture for each generation of a fast run would hold up the page
  const moment = running ? null : { shown, preview, frames: results.frames, noise: results.noise };
  // biome-ignore lint/correctness/useExhaustiveDependencies: results are made anew at every look; what is in them decides
  const offers = useMemo(
    () => figuresOf(results, shown, preview),
    [moment?.shown, moment?.preview, moment?.frames, moment?.noise, results.experiment, results.link],
  );
  const offer = offers.find(({ id }) => id === chosen) ?? offers[0];
  const groups = useMemo(() => grouped(offers), [offers]);
  const figure = useMemo(() => offer.draw(), [offer]);
  const file = `${name}-${figure.title.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}`;

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
      <div className={styles.choice}>
        <label>
          Picture{' '}
          <select className={`${fields.field} ${styles.select}`} value={offer.id} onChange={(event) => setChosen(event.target.value)}>
            {[...groups].map(([group, inIt]) =>
              group === '' ? (
                inIt.map(optionOf)
              ) : (
                <optgroup key={group} label={group}>
                  {inIt.map(optionOf)}
                </optgroup>
              ),
            )}
          </select>
        </label>
        <div className={buttons.buttons}>
          <button type="button" onClick={() => void savePng()}>
            Save PNG
          </button>
          <button type="button" onClick={() => download(`${file}.svg`, 'image/svg+xml', figure.svg)}>
            Save SVG
          </button>
        </div>
      </div>
      <img
        className={styles.figure}
        src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(figure.svg)}`}
        width={figure.width}
        height={figure.height}
        alt={`As it will be saved: ${figure.description}`}
      />
      {running && <p className="mute">The run goes on: this picture is of the moment when you opened it. Pause for a new one.</p>}
      {problem !== null && <p role="alert">{problem}</p>}
    </>
  );
}
