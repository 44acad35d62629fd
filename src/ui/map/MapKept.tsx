import { useState } from 'react';
import type { MetricDescription } from '../../engine/descriptions';
import type { MapRuns } from '../../store/maps';
import { toPng } from '../figures/toPng';
import { download } from '../files/download';
import { today } from '../files/today';
import buttons from '../forms/Buttons.module.css';
import { CopyLink } from '../share/CopyLink';
import { MapTable } from './MapTable';
import { mapFigure } from './mapFigure';
import { mapCsv, mapFileName } from './mapFiles';

interface MapKeptProps {
  readonly runs: MapRuns;
  readonly metric: MetricDescription;
  readonly link: string;
}

/** What one takes away of a map: its numbers, its picture, its link. */
export function MapKept({ runs, metric, link }: MapKeptProps) {
  const [problem, setProblem] = useState<string | null>(null);
  const [isOpen, setOpen] = useState(false);
  const name = mapFileName(runs.plan);
  const figure = () => mapFigure(runs, metric, link, today());
  const savePng = () =>
    toPng(figure()).then(
      (png) => download(`${name}.png`, 'image/png', png),
      (error: unknown) =>
        setProblem(`The PNG could not be made (${error instanceof Error ? error.message : error}). The SVG holds the same picture.`),
    );
  return (
    <>
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>As a table</summary>
        {isOpen && <MapTable runs={runs} name={metric.name} />}
      </details>
      <div className={buttons.buttons}>
        <button type="button" onClick={() => download(`${name}.csv`, 'text/csv', mapCsv(runs, link, today()))}>
          Save CSV
        </button>
        <button type="button" onClick={() => download(`${name}.svg`, 'image/svg+xml', figure().svg)}>
          Save SVG
        </button>
        <button type="button" onClick={() => void savePng()}>
          Save PNG
        </button>
      </div>
      {problem !== null && <p role="alert">{problem}</p>}
      <CopyLink key={link} link={link} name="Link to this map" />
    </>
  );
}
