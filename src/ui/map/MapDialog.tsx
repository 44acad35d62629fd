import { type CSSProperties, useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import type { MetricDescription } from '../../engine/descriptions';
import type { Experiment } from '../../engine/experiment';
import { printQuery } from '../../engine/experimentText';
import { printPairs, valuesIn } from '../../engine/query';
import { type Cell, cellsOf, experimentOf, type SweepPlan } from '../../engine/sweepPlan';
import { number, seconds } from '../../format';
import { linkOf } from '../../store/addressBar';
import { labStore } from '../../store/labStore';
import { type MapRuns, mapRuns, nameOf, sizeOf } from '../../store/maps';
import { queryHere, rewriteKey, withKey } from '../../store/pageAddress';
import { playPairs } from '../../store/playKeys';
import { experimentOnScreen } from '../../store/selectors';
import { useLab } from '../../store/useLab';
import { workersHere } from '../../store/workers';
import { aspectWords } from '../charts/summary';
import { Dialog } from '../dialogs/Dialog';
import { closeDialog, useAbout } from '../dialogs/openDialog';
import { toPng } from '../figures/toPng';
import { download } from '../files/download';
import { today } from '../files/today';
import buttons from '../forms/Buttons.module.css';
import sliders from '../forms/Slider.module.css';
import { CopyLink } from '../share/CopyLink';
import { firstScore } from '../stage/firstScore';
import { useTheme } from '../theme';
import { boundaryOf } from './boundary';
import styles from './Map.module.css';
import { MapForm } from './MapForm';
import { MapPicture } from './MapPicture';
import { MapReadout } from './MapReadout';
import { MapTable } from './MapTable';
import { firstChoice, type MapChoice, numberSpec, planOf, printChoice, readChoice, scoresOf, secondsOf } from './mapChoice';
import { mapFigure } from './mapFigure';
import { mapCsv, mapFileName } from './mapFiles';
import { aboutWords, BOUNDARY_WORDS, progressWords } from './mapWords';

/** What takes longer is asked for twice. */
const LONG_SECONDS = 120;

/** What was chosen last: whoever comes back from one of its runs finds it again. */
let last: MapChoice | null = null;

/** The map that was asked for; else the last one, if the experiment on the screen is one of its squares; else the one to begin with. */
function beginWith(asked: string | undefined, experiment: Experiment): { choice: MapChoice; notes: readonly string[] } {
  const score = firstScore(experiment)?.id;
  if (asked !== undefined) return readChoice(asked, experiment, score);
  const known = mapRuns.store.getState();
  const again = last && planOf(last, experiment);
  if (last && known && again && typeof again !== 'string' && nameOf(again) === nameOf(known.plan)) return { choice: last, notes: [] };
  return { choice: firstChoice(experiment, score), notes: [] };
}

const estimateOf = (plan: SweepPlan) => secondsOf(plan) / workersHere();

/** How far it is, and a button that stops it or goes on. */
function Progress({ runs }: { runs: MapRuns }) {
  const all = sizeOf(runs.plan);
  const done = runs.cells.size;
  const long = estimateOf(runs.plan);
  const asks = !runs.isComputing && done === 0 && long > LONG_SECONDS;
  return (
    <div className={styles.progress}>
      <progress max={all} value={done} aria-label="Squares computed" />
      <p role="status">{asks ? `${all} squares take about ${seconds(long)} here. Closing this stops them.` : progressWords(runs)}</p>
      {done < all && (
        <button type="button" className={buttons.quiet} onClick={runs.isComputing ? mapRuns.stop : mapRuns.compute}>
          {runs.isComputing ? 'Stop' : done === 0 ? 'Draw it' : 'Go on'}
        </button>
      )}
      {runs.problem !== null && <p role="alert">{runs.problem}</p>}
    </div>
  );
}

interface PlacesProps {
  readonly plan: SweepPlan;
  readonly looked: number;
  readonly onLook: (at: number) => void;
}

/** For the keyboard: the square that is looked at, by its two settings. */
function Places({ plan: { x, y }, looked, onLook }: PlacesProps) {
  const columns = x.values.length;
  const [column, row] = [looked % columns, Math.floor(looked / columns)];
  const sides = [
    { ...x, place: column, at: (place: number) => row * columns + place },
    { ...y, place: row, at: (place: number) => place * columns + column },
  ];
  return (
    <div className={styles.places}>
      {sides.map(({ key, values, place, at }) => (
        <label key={key}>
          <span aria-hidden="true">
            {numberSpec(key).label} <strong>{number(values[place])}</strong>
          </span>
          <input
            type="range"
            className={`${sliders.range} ${sliders.railed}`}
            style={{ '--part': place / (values.length - 1) } as CSSProperties}
            min={0}
            max={values.length - 1}
            value={place}
            aria-label={numberSpec(key).label}
            aria-valuetext={number(values[place])}
            onChange={(event) => onLook(at(event.target.valueAsNumber))}
          />
        </label>
      ))}
    </div>
  );
}

/** The place nearest to the experiment's own values. */
function nearestTo(experiment: Experiment, { x, y }: SweepPlan): number {
  const nearest = ({ key, values }: SweepPlan['x']) => {
    const own = Number(experiment[key]);
    return values.reduce((best, value, at) => (Math.abs(value - own) < Math.abs(values[best] - own) ? at : best), 0);
  };
  return nearest(y) * x.values.length + nearest(x);
}

/** Leads to the run of a square, up to the generation that the map shows. */
function openRun(plan: SweepPlan, cell: Cell, scores: readonly string[]): void {
  const experiment = { ...experimentOf(plan, cell), scores: [...new Set([...scores, ...plan.experiment.scores])] };
  const { speed, openLink } = labStore.getState();
  closeDialog();
  openLink([printQuery(experiment), printPairs(playPairs({ speed, at: experiment.generations }))].join('&'));
}

interface DrawnProps {
  readonly runs: MapRuns;
  readonly metric: MetricDescription;
  readonly experiment: Experiment;
  readonly em: number;
}

/** The map, and the square that is looked at. */
function Drawn({ runs, metric, experiment, em }: DrawnProps) {
  const { plan } = runs;
  const [chosen, setLooked] = useState<number | null>(null);
  const looked = chosen !== null && chosen < sizeOf(plan) ? chosen : nearestTo(experiment, plan);
  const boundary = useMemo(() => boundaryOf(plan), [plan]);
  const open = (cell: Cell) => openRun(plan, cell, experiment.scores);
  return (
    <>
      <div className={styles.map}>
        <Progress runs={runs} />
        <MapPicture
          runs={runs}
          metric={metric}
          boundary={boundary}
          looked={looked}
          em={em}
          onLook={setLooked}
          onOpen={(at) => open(cellsOf(plan)[at])}
        />
        <Places plan={plan} looked={looked} onLook={setLooked} />
        {boundary && <p className="mute">{BOUNDARY_WORDS}</p>}
      </div>
      <MapReadout runs={runs} metric={metric} at={looked} em={em} onOpen={open} />
    </>
  );
}

interface KeptProps {
  readonly runs: MapRuns;
  readonly metric: MetricDescription;
  readonly link: string;
}

/** What one takes away of a map: its numbers, its picture, its link. */
function Kept({ runs, metric, link }: KeptProps) {
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

function ChosenMap({ experiment, asked }: { experiment: Experiment; asked: string | undefined }) {
  const [{ choice, notes }, setChosen] = useState(() => beginWith(asked, experiment));
  const em = useTheme() === 'projector' ? 24 : 13;
  const plan = useMemo(() => planOf(choice, experiment), [choice, experiment]);
  const runs = useStore(mapRuns.store);
  const metric = scoresOf(experiment).find(({ id }) => id === choice.score);
  const text = printChoice(choice, experiment, firstScore(experiment)?.id);
  const [page, query = ''] = linkOf(experiment, location).split('?');
  const link = page + withKey(query, 'map', text);

  useEffect(() => {
    rewriteKey('map', text);
    return () => rewriteKey('map', null);
  }, [text]);

  useEffect(() => {
    if (typeof plan === 'string') return;
    last = choice;
    mapRuns.open(plan);
    if (estimateOf(plan) <= LONG_SECONDS) mapRuns.compute();
    return mapRuns.stop;
  }, [plan, choice]);

  // the run of a square is computed as long as somebody looks
  useEffect(() => () => mapRuns.look(null), []);

  if (!metric) return <p>This experiment has no score to draw.</p>;
  const isHere = typeof plan !== 'string' && runs !== null && nameOf(runs.plan) === nameOf(plan);
  return (
    <>
      {typeof plan !== 'string' && (
        <p>
          {aboutWords(plan, metric.name)} <span className="mute">{aspectWords(metric)}.</span>
        </p>
      )}
      {notes.map((note) => (
        <p key={note} role="alert">
          {note}
        </p>
      ))}
      <div className={styles.sides} style={{ fontSize: em }}>
        <MapForm experiment={experiment} choice={choice} onChange={(next) => setChosen({ choice: next, notes: [] })} />
        {typeof plan === 'string' && <p role="alert">{plan}</p>}
        {isHere && <Drawn runs={runs} metric={metric} experiment={experiment} em={em} />}
      </div>
      {isHere && <Kept runs={runs} metric={metric} link={link} />}
    </>
  );
}

/** The experiment on the screen over two of its settings at once. */
export default function MapDialog() {
  const experiment = useLab(experimentOnScreen);
  const about = useAbout();
  const [asked] = useState(() => about ?? valuesIn(queryHere()).get('map'));
  return (
    <Dialog title="Map of two settings" width="full">
      <ChosenMap key={printQuery(experiment)} experiment={experiment} asked={asked} />
    </Dialog>
  );
}
