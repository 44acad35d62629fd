import { useId, useRef, useState } from 'react';
import { catalogue, modelOf } from '../../engine/catalogue';
import type { Loop } from '../../engine/descriptions';
import { settingsAt } from '../../engine/settings';
import { number } from '../../format';
import { controlValues, experimentOnScreen, frameShown, waitingKeys } from '../../store/selectors';
import type { RunProgress } from '../../store/state';
import { useLab } from '../../store/useLab';
import { lookOf } from '../palette';
import { shownOf } from '../runs';
import { Bands } from './Bands';
import { BOX, layout, type NodeName, widthOfOne } from './geometry';
import { Handle } from './Handle';
import styles from './LoopDiagram.module.css';
import { LoopTabs } from './LoopTabs';
import { Node } from './Node';
import { placeOf } from './phases';
import { type BandKey, generationDrawn, type Held, memoryWords, realWords, sentence, trainingSet } from './trainingSet';
import { usePulse } from './usePulse';
import { useReport } from './useReport';

/** G with its generation below the line. */
function Model({ generation }: { generation: number }) {
  return (
    <>
      G
      {generation > 0 && (
        <tspan dy="3" className={styles.index}>
          {generation}
        </tspan>
      )}
    </>
  );
}

/** What the worker does, and at which generation: words in the middle of the loop. */
function Phase({ report: { phase, generation } }: { report: RunProgress }) {
  return (
    <text className={styles.phase} x="144" y="100" textAnchor="middle">
      {placeOf(phase).word} {phase !== 'noise' && <Model generation={generation} />}
    </text>
  );
}

interface NodesProps {
  readonly loop: Loop;
  readonly set: ReturnType<typeof trainingSet>;
  /** of the training set of generation `t` */
  readonly size: number;
  readonly t: number;
  readonly active: NodeName | null;
}

/** Real data, training set, model and samples, with their counts. */
function Nodes({ loop, set, size, t, active }: NodesProps) {
  const experiment = useLab(experimentOnScreen);
  const shown = useLab(shownOf);
  const { bias } = settingsAt(experiment, shown + 1);
  return (
    <>
      <Node name="real" active={active === 'real'} title="Real data" detail={realWords(loop, set)} about="Samples of the true distribution." />
      <Node
        name="training"
        active={active === 'training'}
        title="Training set"
        detail={String(size)}
        about={`${loop.summary} Drawn: generation ${t}.`}
      />
      <Node
        name="model"
        active={active === 'model'}
        title={
          <>
            Model <Model generation={shown} />
          </>
        }
        detail={modelOf(experiment).name}
        about="Fitted to the training set, anew in every generation."
      />
      <Node
        name="samples"
        active={active === 'samples'}
        title="Samples"
        detail={`${set.drawn} · λ ${number(bias)}`}
        about="What the model makes; lower λ keeps to what is likeliest."
      />
    </>
  );
}

/** The loop of one kind: real data -> training set -> model -> samples -> back. Bands are as wide as their counts and can be dragged. */
export function LoopDiagram() {
  const experiment = useLab(experimentOnScreen);
  const shown = useLab(shownOf);
  const frame = useLab(frameShown);
  const initialReal = useLab((state) => controlValues(state).initialReal);
  const waits = useLab((state) => waitingKeys(state).includes('initialReal'));
  const report = useReport();
  const active = report && placeOf(report.phase).node;
  const [wanted, setWanted] = useState<string | null>(null);
  const [held, setHeld] = useState<Held>({});
  const diagram = useRef<SVGSVGElement>(null);
  const sentenceId = useId();
  usePulse(diagram);

  const loops = catalogue.loops.filter(({ id }) => experiment.loop.includes(id));
  const loop = loops.find(({ id }) => id === wanted) ?? loops[loops.length - 1];
  const { colour } = lookOf(loop.id);
  const t = generationDrawn(experiment, shown, held);
  const sets = loops.map((each) => trainingSet(each, experiment, t, held, shown));
  const set = sets[loops.indexOf(loop)];
  const one = widthOfOne(Math.max(...sets.flatMap(({ real, synthetic, drawn }) => [real + synthetic, drawn])));
  const bands = layout(set, one);
  // the run's own word on what it was trained on
  const trained = t === shown ? frame?.lanes.find((lane) => lane.loop === loop.id)?.trainingSize : undefined;
  const size = trained ?? set.real + set.synthetic;
  const isFixed = loop.parts.includes('initial');
  const realKey: BandKey | null = loop.parts.includes('fresh') ? 'real' : isFixed ? 'initialReal' : null;
  const hold = (key: BandKey) => (value: number | null) => setHeld(value === null ? {} : { [key]: value });
  let hint = 'Band widths are counts. Drag a band.';
  if (waits && isFixed) hint = `${initialReal} fixed real samples on Reset.`;
  else if (set.initial) hint = 'Generation 1: real data alone.';
  else if (shown > 0 && t > shown) hint = `Drawn: the next generation, ${t}.`;

  return (
    <div className={styles.diagram} data-off-paper>
      <LoopTabs loops={loops} chosen={loop.id} onChoose={setWanted} />
      <p id={sentenceId} className="visuallyHidden">
        {sentence(loop, set, size)}
      </p>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset can't hold an SVG's sliders */}
      <svg ref={diagram} viewBox={`0 0 ${BOX.width} ${BOX.height}`} role="group" aria-label="The loop as a diagram" aria-describedby={sentenceId}>
        {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in here takes the focus */}
        <g aria-hidden="true">
          <Bands bands={bands} colour={colour} />
          <Nodes loop={loop} set={set} size={size} t={t} active={active} />
          {report && <Phase report={report} />}
          <text className={styles.detail} x="144" y="118" textAnchor="middle">
            {memoryWords(set)}
          </text>
        </g>
        {realKey && <Handle of={realKey} band={bands.real} held={held[realKey]} onHold={hold(realKey)} />}
        <Handle of="synthetic" band={bands.synthetic} held={held.synthetic} onHold={hold('synthetic')} />
      </svg>
      <p className={styles.hint}>{hint}</p>
    </div>
  );
}
