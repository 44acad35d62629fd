import { type CSSProperties, useId, useRef, useState } from 'react';
import type { Loop } from '../../engine/descriptions';
import { lookOf, REAL } from '../palette';
import { hygieneSentence } from '../text/hygieneWords';
import { useControl } from '../view/viewStore';
import { Bands } from './Bands';
import { Grip } from './Grip';
import { BOX, type Layout } from './geometry';
import styles from './PaneDiagram.module.css';
import { Ring } from './Ring';
import { type BandKey, type Held, sentence } from './trainingSet';
import { useLight } from './useLight';
import { useBands, useTrainingSet } from './useTrainingSet';

/** What goes once along the bands for every generation. */
function Lights({ bands: { real, synthetic, drawn } }: { bands: Layout }) {
  const size = (width: number) => ({ '--size': `${(100 * Math.max(2.5, Math.min(6, 0.45 * width))) / BOX.width}%` }) as CSSProperties;
  return (
    <>
      <span className={styles.light} data-light="real" style={size(real.width)} />
      <span className={styles.light} data-light="own" style={size(Math.min(synthetic.width || drawn.width, drawn.width))} />
    </>
  );
}

/** The keys whose bands the reader may drag: first the loop's own, then that of its real data. */
function useBandKeys({ parts }: Loop): readonly BandKey[] {
  const access = { real: useControl('real'), synthetic: useControl('synthetic'), initialReal: useControl('initialReal') };
  const all = [useControl('controls'), useControl('diagram')];
  if (all.some((left) => left !== 'shown')) return [];
  const real: readonly BandKey[] = parts.includes('fresh') ? ['real'] : parts.includes('initial') ? ['initialReal'] : [];
  return (['synthetic', ...real] as const).filter((key) => access[key] === 'shown');
}

/** The diagram for a screen reader. */
function Sentence({ loop, held, id }: { loop: Loop; held: Held; id: string }) {
  const { set, size, cleaned } = useTrainingSet(loop, held);
  return (
    <p id={id} hidden>
      {sentence(loop, set, size)}
      {cleaned && `. ${hygieneSentence(cleaned)}`}
    </p>
  );
}

/** A loop at a glance: real data -> model -> its samples -> model. Bands are as wide as their counts, and can be dragged. */
export function PaneDiagram({ loop }: { loop: Loop }) {
  const [held, setHeld] = useState<Held>({});
  const bands = useBands(loop, held);
  const keys = useBandKeys(loop);
  const diagram = useRef<HTMLDivElement>(null);
  const sentenceId = useId();
  useLight(diagram, bands);

  const { colour } = lookOf(loop.id);
  const handles = keys.map((of) => ({
    of,
    held: held[of],
    onHold: (value: number | null) => setHeld(value === null ? {} : { [of]: value }),
    ...(of === 'synthetic' ? { band: bands.synthetic, colour } : { band: bands.real, colour: REAL.colour }),
  }));
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for what the keyboard reaches
    <div ref={diagram} className={styles.diagram} role="group" aria-label={`${loop.name}: the loop as a diagram`} aria-describedby={sentenceId}>
      <Sentence loop={loop} held={held} id={sentenceId} />
      <svg viewBox={`0 0 ${BOX.width} ${BOX.height}`} aria-hidden="true">
        <Bands bands={bands} colour={colour} />
        {handles.map(({ colour: _, ...handle }) => (
          <Grip key={handle.of} {...handle} />
        ))}
      </svg>
      <div aria-hidden="true">
        <Lights bands={bands} />
        {handles.map(({ band, ...handle }) => (
          <Ring key={handle.of} {...handle} at={band.ring} />
        ))}
      </div>
    </div>
  );
}
