import { useMemo, useRef, useState } from 'react';
import type { MetricDescription } from '../../engine/descriptions';
import type { Experiment } from '../../engine/experiment';
import { experimentOnScreen, keptFrameAt } from '../../store/selectors';
import { useLab } from '../../store/useLab';
import { Legend } from '../charts/Legend';
import { metricsOf, truthsOf } from '../charts/metricsOf';
import { ScoreTable } from '../charts/ScoreTable';
import { aspectWords } from '../charts/summary';
import { useChartSnapshot } from '../charts/useChartSnapshot';
import { runWord } from '../controls/RunButtons';
import { Dialog } from '../dialogs/Dialog';
import { useAbout } from '../dialogs/openDialog';
import buttons from '../forms/Buttons.module.css';
import { shownOf, toggleRun } from '../runs';
import { type Theme, useTheme } from '../theme';
import { useLook } from '../useLook';
import { useSize } from '../useSize';
import { Control } from '../view/Control';
import styles from './Enlarge.module.css';
import { showingWords } from './enlargeWords';
import { GenerationSlider } from './GenerationSlider';
import { LargeChart } from './LargeChart';
import { Readout } from './Readout';
import { ShowingChoices } from './ShowingChoices';
import { type Showing, type Span, useLargeChart } from './useLargeChart';

/** Type of the chart, px: on a narrow screen as that of the page. */
const typeOf = (theme: Theme, width: number): number => (theme === 'projector' ? 24 : width < NARROW ? 12 : 14);
const NARROW = 480;

const find = (experiment: Experiment, id: string | null): MetricDescription | undefined =>
  [...metricsOf(experiment), ...truthsOf(experiment)].find((metric) => metric.id === id);

/** At least two generations, so that a line has a length. */
function spanIn(chosen: Span | null, generations: number): Span {
  const last = Math.max(2, generations);
  if (!chosen) return [1, last];
  const from = Math.min(chosen[0], last - 1);
  return [from, Math.min(last, Math.max(chosen[1], from + 1))];
}

function Enlarged({ metric }: { metric: MetricDescription }) {
  useLook([metric.id]);
  const figure = useRef<HTMLElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const size = useSize(box);
  const em = typeOf(useTheme(), size.width);
  const { snapshot } = useChartSnapshot(figure);
  const { frames, experiment, running, kept } = snapshot;
  const { generations, replicates, loop: loops } = experiment;
  const [showing, setShowing] = useState<Showing>({ scale: metric.scale, runs: 'band', hasMean: false });
  const [chosen, setChosen] = useState<Span | null>(null);
  const [pointed, setPointed] = useState<number | null>(null);
  const span = spanIn(chosen, generations);
  const chart = useLargeChart(metric, snapshot, span, showing);
  const whole = useLargeChart(
    metric,
    snapshot,
    useMemo(() => spanIn(null, generations), [generations]),
    showing,
  );
  const scrubbed = useLab((state) => (running ? 0 : shownOf(state)));
  const shown = running ? frames.length : scrubbed;
  const frame = frames[(pointed ?? shown) - 1] ?? frames[shown - 1] ?? frames[0] ?? null;
  const word = useLab(runWord);
  const said = showingWords(
    experiment,
    frames.filter(({ generation }) => generation >= span[0] && generation <= span[1]),
    showing,
    chart.hasZero,
  );
  const isWhole = span[0] === 1 && span[1] >= generations;
  return (
    <figure ref={figure} className={styles.figure} data-enlarged={metric.id}>
      <div className={styles.bar}>
        <p className="mute">{aspectWords(metric)}</p>
        <ShowingChoices showing={showing} onChange={setShowing} noLog={whole.noLog} replicates={replicates} />
        <Control name="run">
          <button type="button" className={buttons.quiet} onClick={toggleRun}>
            {word}
          </button>
        </Control>
      </div>
      <div ref={box} className={styles.chart}>
        {size.width > 0 && (
          // recharts keeps the ends of its bar by their places among the generations: with others it would draw them nowhere
          <LargeChart
            key={generations}
            {...size}
            metric={metric.id}
            em={em}
            chart={chart}
            whole={whole}
            generations={generations}
            span={span}
            onSpan={setChosen}
            showing={showing}
            frame={frame}
            onPoint={setPointed}
          />
        )}
      </div>
      <div className={styles.below}>
        <p className="mute">
          {isWhole ? 'Generations. Drag an end of the bar to look closer.' : `Generations ${span[0]} to ${span[1]} of ${generations}.`}
        </p>
        {!isWhole && (
          <button type="button" className="textButton" onClick={() => setChosen(null)}>
            Show the whole run
          </button>
        )}
      </div>
      <Legend noise={chart.data.noise} theory={chart.data.series.theory} behind={chart.data.behind} />
      <Readout data={chart.data} metric={metric.id} frame={frame} keptFrame={(frame && keptFrameAt(kept, frame.generation)) ?? null}>
        <GenerationSlider computed={frames.length} shown={frame?.generation ?? 1} />
      </Readout>
      {said.map((words) => (
        <p key={words} className="mute">
          {words}
        </p>
      ))}
      <details>
        <summary>All generations as a table</summary>
        <ScoreTable
          metric={metric}
          frames={frames}
          loops={loops}
          replicates={replicates}
          theory={whole.data.series.theory}
          noise={whole.data.noise}
          kept={kept}
        />
      </details>
    </figure>
  );
}

/** The chart of one score, as large as the window and live. */
export default function EnlargeDialog() {
  const id = useAbout();
  const metric = useLab((state) => find(experimentOnScreen(state), id));
  return (
    <Dialog title={metric?.name ?? 'Enlarge'} width="full">
      {metric ? <Enlarged key={metric.id} metric={metric} /> : <p>The experiment on the screen has no such score.</p>}
    </Dialog>
  );
}
