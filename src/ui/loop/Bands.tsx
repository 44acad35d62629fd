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

interface StrokeProps {
  readonly band: Band;
  readonly stream: Stream;
  /** with a chevron that tells which way it flows */
  readonly pointed: boolean;
}

function Stroke({ band: { path, width, arrow }, stream: { name, colour, leg }, pointed }: StrokeProps) {
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
      {pointed && <path className={styles.arrow} d={arrow} />}
    </>
  );
}

/** The streams, as wide as their counts. */
export function Bands({ bands, colour }: { bands: Layout; colour: string }) {
  return streams(colour).map((stream) => {
    const band = bands[stream.name];
    // the two parts that go to the model share one chevron, and need no hairline
    if (band.width === 0 && stream.leg === 'fit') return null;
    return <Stroke key={stream.name} band={band} stream={stream} pointed={stream.name !== 'fitReal' || bands.fitSynthetic.width === 0} />;
  });
}
