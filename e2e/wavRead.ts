/** A WAV file as tests hear it. */
export interface Heard {
  readonly rate: number;
  /** both sides together */
  readonly samples: Float64Array;
  /** what it says of itself, by the names of fields */
  readonly info: Readonly<Record<string, string>>;
}

/** Reads a file of 16 bits and two channels, chunk by chunk. */
export function readWav(bytes: Buffer): Heard {
  const info: Record<string, string> = {};
  let [rate, samples] = [0, new Float64Array(0)];
  for (let at = 12; at + 8 <= bytes.length; ) {
    const [name, length] = [bytes.toString('latin1', at, at + 4), bytes.readUInt32LE(at + 4)];
    const body = bytes.subarray(at + 8, at + 8 + length);
    if (name === 'fmt ') rate = body.readUInt32LE(4);
    if (name === 'data')
      samples = Float64Array.from({ length: length / 4 }, (_, i) => (body.readInt16LE(4 * i) + body.readInt16LE(4 * i + 2)) / 65_536);
    if (name === 'LIST') {
      for (let field = 4; field + 8 <= body.length; ) {
        const size = body.readUInt32LE(field + 4);
        info[body.toString('latin1', field, field + 4)] = body.toString('latin1', field + 8, field + 8 + size).replace(/\0+$/, '');
        field += 8 + size + (size % 2);
      }
    }
    at += 8 + length + (length % 2);
  }
  return { rate, samples, info };
}

/** How much of a frequency is in samples: Goertzel's algorithm with a Hann window. */
export function powerAt(samples: Float64Array, hertz: number, rate: number): number {
  const turn = (2 * Math.PI * hertz) / rate;
  let [a, b] = [0, 0];
  for (let k = 0; k < samples.length; k++) {
    const value = samples[k] * (0.5 - 0.5 * Math.cos((2 * Math.PI * k) / samples.length));
    [a, b] = [value + 2 * Math.cos(turn) * a - b, a];
  }
  return Math.sqrt(Math.max(0, a * a + b * b - 2 * Math.cos(turn) * a * b)) / samples.length;
}
