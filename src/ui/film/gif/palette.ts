/** Colours of pixels as 32-bit words, red lowest, as canvases have them on every machine that runs browsers. */
export type Pixels = Uint32Array;

/** How often each colour is there. */
export type Histogram = Map<number, number>;

export const redOf = (colour: number): number => colour & 255;
export const greenOf = (colour: number): number => (colour >>> 8) & 255;
export const blueOf = (colour: number): number => (colour >>> 16) & 255;
const CHANNELS = [redOf, greenOf, blueOf];

/** Counts the colours of a picture. Most pixels are as their neighbour. */
export function addColours(histogram: Histogram, pixels: Pixels): void {
  for (let from = 0; from < pixels.length; ) {
    const colour = pixels[from];
    let to = from + 1;
    while (to < pixels.length && pixels[to] === colour) to++;
    histogram.set(colour, (histogram.get(colour) ?? 0) + to - from);
    from = to;
  }
}

/** Colours that share one entry of a palette. */
interface Box {
  readonly colours: readonly number[];
  /** the channel in which they differ most, and how badly one entry stands for them */
  readonly channel: (colour: number) => number;
  readonly cost: number;
}

function boxOf(colours: readonly number[], histogram: Histogram): Box {
  let [channel, widest] = [redOf, -1];
  for (const one of CHANNELS) {
    let [low, high] = [255, 0];
    for (const colour of colours) {
      low = Math.min(low, one(colour));
      high = Math.max(high, one(colour));
    }
    if (high - low > widest) [channel, widest] = [one, high - low];
  }
  const count = colours.reduce((sum, colour) => sum + (histogram.get(colour) ?? 0), 0);
  // the ground is most of a picture, and needs no more entries for that
  return { colours, channel, cost: widest * Math.sqrt(count) };
}

function halves({ colours, channel }: Box, histogram: Histogram): readonly (readonly number[])[] {
  let [sum, count] = [0, 0];
  for (const colour of colours) {
    const weight = Math.sqrt(histogram.get(colour) ?? 0);
    sum += weight * channel(colour);
    count += weight;
  }
  const middle = sum / count;
  return [colours.filter((colour) => channel(colour) <= middle), colours.filter((colour) => channel(colour) > middle)];
}

/**
 * At most `most` of the colours, by median cut: the box that its entry stands for worst is parted where its colours differ most. An entry is the most
 * frequent colour of its box, so that grounds and inks stay what they are. The same colours give the same palette. In pieces of work.
 * Source: Heckbert, Color image quantization for frame buffer display, SIGGRAPH 1982
 */
export function* paletteOf(histogram: Histogram, most: number): Generator<undefined, number[]> {
  const sorted = [...histogram.keys()].sort((a, b) => a - b);
  const boxes = [boxOf(sorted, histogram)];
  while (boxes.length < most) {
    const worst = boxes.reduce((at, box, i) => (box.cost > boxes[at].cost ? i : at), 0);
    if (boxes[worst].cost === 0) break;
    const parts = halves(boxes[worst], histogram).map((colours) => boxOf(colours, histogram));
    boxes.splice(worst, 1, ...parts);
    yield;
  }
  return boxes.map(({ colours }) => colours.reduce((best, colour) => ((histogram.get(colour) ?? 0) > (histogram.get(best) ?? 0) ? colour : best)));
}

/** Finds the entry of a palette that is nearest to a colour; each colour is looked for once. */
export function nearestIn(palette: readonly number[]): (colour: number) => number {
  const known = new Map(palette.map((colour, place) => [colour, place]));
  const [reds, greens, blues] = CHANNELS.map((channel) => Uint8Array.from(palette, channel));
  return (colour) => {
    const found = known.get(colour);
    if (found !== undefined) return found;
    const [r, g, b] = [redOf(colour), greenOf(colour), blueOf(colour)];
    let [place, least] = [0, Number.POSITIVE_INFINITY];
    for (let i = 0; i < reds.length; i++) {
      const [red, green, blue] = [reds[i] - r, greens[i] - g, blues[i] - b];
      // about as the eye weighs them
      const distance = 3 * red * red + 6 * green * green + blue * blue;
      if (distance < least) [place, least] = [i, distance];
    }
    known.set(colour, place);
    return place;
  };
}
