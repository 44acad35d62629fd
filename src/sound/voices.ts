/** How loud the overtones of a voice are, from the fundamental on, where it is dull and where it is bright. */
interface Voice {
  readonly dull: readonly number[];
  readonly bright: readonly number[];
}

/**
 * One for each loop, in their order: a plucked string, a wooden bar, a flute, a reed, a bell. Their octaves are weak: the tone of a lost mode may lie
 * an octave above another one, and has to be missed.
 */
const VOICES: readonly Voice[] = [
  { dull: [1, 0.04, 0.1], bright: [1, 0.08, 0.5, 0.08, 0.35, 0.08, 0.2, 0.08] },
  { dull: [1, 0, 0, 0.08], bright: [1, 0, 0, 0.5, 0, 0, 0, 0, 0, 0.15] },
  { dull: [1, 0, 0.05], bright: [1, 0.05, 0.3, 0.02, 0.12, 0, 0.05] },
  { dull: [1, 0, 0.3], bright: [1, 0, 0.6, 0, 0.45, 0, 0.35, 0, 0.25] },
  { dull: [1, 0.05, 0, 0, 0, 0.05], bright: [1, 0.15, 0, 0, 0.1, 0.35, 0, 0, 0, 0, 0.2] },
];

/** Places of one period, and one more: the first one again. */
export const PERIOD = 1024;
/** How many steps there are from dull to bright. */
const STEPS = 8;

const waves = new Map<string, Float32Array>();

/**
 * One period of a voice, as loud whatever its overtones: [PERIOD + 1], of root mean square 1.
 * @param most how many of its partials may sound: those above half the rate would come back as others
 */
export function waveOf(voice: number, brightness: number, most: number): Float32Array {
  const { dull, bright } = VOICES[voice % VOICES.length];
  const count = Math.max(1, Math.min(bright.length, most));
  const step = Math.round(brightness * (STEPS - 1));
  const name = `${voice % VOICES.length} ${step} ${count}`;
  const made = waves.get(name) ?? madeOf({ dull, bright: bright.slice(0, count) }, step / (STEPS - 1));
  waves.set(name, made);
  return made;
}

function madeOf({ dull, bright }: Voice, part: number): Float32Array {
  const partials = bright.map((loud, i) => (1 - part) * (dull[i] ?? 0) + part * loud);
  const power = Math.sqrt(partials.reduce((sum, loud) => sum + (loud * loud) / 2, 0));
  return Float32Array.from({ length: PERIOD + 1 }, (_, at) =>
    partials.reduce((sum, loud, i) => sum + (loud / power) * Math.sin((2 * Math.PI * (i + 1) * (at % PERIOD)) / PERIOD), 0),
  );
}
