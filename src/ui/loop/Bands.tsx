import { Fragment } from 'react';
import type { Band, Layout } from './geometry';
import styles from './LoopDiagram.module.css';

interface Stream {
  readonly name: keyof Layout;
  readonly colour: string;
  /** leg of the light that travels along the bands */
  readonly leg: string;
}

const streams = (colour: string): readonly Stream[] => [
  { name: 'real', colour: 'var(--real)', leg: 'real' },
  { name: 'synthetic', colour, leg: 'synthetic' },
  { name: 'fitReal', colour: 'var(--real)', leg: 'fit' },
  { name: 'fitSynthetic', colour, leg: 'fit' },
  { name: 'drawn', colour, leg: 'drawn' },
];

const LIGHT = 0.45;

function Stroke({ band: { path, width }, stream: { name, colour, leg } }: { band: Band; stream: Stream }) {
  if (width === 0) return <path className={styles.nothing} data-band={name} strokeWidth="0" d={path} />;
  return (
    <>
      <path
        className={name.toLowerCase().includes('real') ? styles.real : styles.synthetic}
        data-band={name}
        d={path}
        strokeWidth={width.toFixed(2)}
        style={{ stroke: colour }}
      />
      <path className={styles.light} data-pulse={leg} d={path} pathLength="1" strokeWidth={Math.max(1.5, width * LIGHT).toFixed(2)} />
    </>
  );
}

/** The streams, as wide as their counts. */
export function Bands({ bands, colour }: { bands: Layout; colour: string }) {
  return streams(colour).map((stream) => (
    <Fragment key={stream.name}>
      {(bands[stream.name].width > 0 || !stream.name.startsWith('fit')) && <Stroke band={bands[stream.name]} stream={stream} />}
    </Fragment>
  ));
}
