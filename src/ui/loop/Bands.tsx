import { type Band, ENTRY, LANE, type Layout, MODEL, type Sign, type Source, STORE } from './geometry';
import styles from './PaneDiagram.module.css';

const REAL = 'var(--real)';

function Stroke({ name, band: { path, width }, colour }: { name: 'real' | 'drawn' | 'synthetic'; band: Band; colour: string }) {
  if (width === 0) return <path className={styles.nothing} data-band={name} strokeWidth="0" d={path} />;
  return (
    <path
      className={name === 'real' ? styles.real : styles.synthetic}
      data-band={name}
      d={path}
      strokeWidth={width.toFixed(2)}
      style={{ stroke: colour }}
    />
  );
}

/** Samples in a store, from its middle. */
const STORED = [
  [-2.6, -2.3],
  [2.3, -2.7],
  [-1.5, 2.5],
  [2.9, 1.8],
] as const;

/** What stays from one generation to the next. */
function Store({ x, y, height = STORE, colour }: { x: number; y: number; height?: number; colour: string }) {
  return (
    <g className={styles.store} style={{ color: colour }}>
      <rect x={x - STORE / 2} y={y - height / 2} width={STORE} height={height} rx="3" />
      {STORED.map(([dx, dy]) => (
        <circle key={dx} cx={x + dx} cy={y + dy} r="1.15" />
      ))}
    </g>
  );
}

function RealSource({ source: { y, isFresh, store, bar } }: { source: Source }) {
  return (
    <>
      {isFresh && <path className={styles.outside} d={`M1 ${y - 3.5}l3.4 3.5l-3.4 3.5m4.6 -7l3.4 3.5l-3.4 3.5`} />}
      {store && <Store x={store.x + STORE / 2} y={Math.max(store.height / 2 + 0.75, y)} height={store.height} colour={REAL} />}
      {bar !== null && <path className={styles.bar} d={`M${bar + 1.5} ${y - 3.5}v7`} />}
    </>
  );
}

/** A step that is on: a curve that rises, a heart, a sieve, a store, a weight, an eye. */
function StepSign({ step, at: [x, y], height }: Sign) {
  const half = height / 2;
  const top = ENTRY + half;
  switch (step) {
    case 'web':
      return <path className={styles.sign} data-sign={step} d={`M${x - 6} ${y + 5}c6 0 6 -10 12 -10`} />;
    case 'curation':
      return <path className={styles.sign} data-sign={step} data-filled d={`M${x} ${y + 5}l-5 -5a2.9 2.9 0 0 1 5 -3.4a2.9 2.9 0 0 1 5 3.4z`} />;
    case 'detector':
      return <path className={styles.sign} data-sign={step} data-sieve d={`M${x} ${y - half - 3.5}v${height + 7}`} />;
    case 'archive':
      return (
        <g data-sign={step}>
          <path className={styles.lead} d={`M${x} ${y - STORE / 2}V${top}`} style={{ stroke: REAL }} />
          <Store x={x} y={y} colour={REAL} />
        </g>
      );
    case 'weights':
      return (
        <g data-sign={step}>
          <path className={styles.lead} d={`M${x} ${y - 6}V${top}`} />
          <path className={styles.sign} data-filled d={`M${x - 3} ${y - 3}h6l2.4 8.5h-10.8z`} />
        </g>
      );
    case 'monitor':
      return (
        <g data-sign={step}>
          <path className={styles.sign} data-filled d={`M${x - 8} ${y}q8 -8.5 16 0q-8 8.5 -16 0z`} />
          <circle className={styles.pupil} cx={x} cy={y} r="2.1" />
        </g>
      );
    default:
      return null;
  }
}

/** The loop without anything to take hold of: bands as wide as their counts, where real data come from, and the model. */
export function Bands({ bands: { source, real, drawn, synthetic, kept, signs }, colour }: { bands: Layout; colour: string }) {
  const { x, y, width, height } = MODEL;
  return (
    <>
      <Stroke name="drawn" band={drawn} colour={colour} />
      <Stroke name="synthetic" band={synthetic} colour={colour} />
      <Stroke name="real" band={real} colour={REAL} />
      <RealSource source={source} />
      {kept && <Store x={kept[0]} y={kept[1]} colour={colour} />}
      {signs.map((sign) => (
        <StepSign key={sign.step} {...sign} />
      ))}
      <path className={styles.chevron} d={`M${x - 6.75} ${ENTRY - 3}l3 3l-3 3M${x + 8} ${LANE - 3}l-3 3l3 3`} />
      <g className={styles.model}>
        <rect x={x} y={y} width={width} height={height} rx="5" />
        <text x={x + width / 2} y={y + height / 2} textAnchor="middle" dominantBaseline="central">
          model
        </text>
      </g>
    </>
  );
}
