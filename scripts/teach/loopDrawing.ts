const BOX = { width: 150, height: 54 };

const boxAt = (x: number, y: number, words: string): string =>
  `<rect x="${x}" y="${y}" width="${BOX.width}" height="${BOX.height}" rx="8"/><text x="${x + BOX.width / 2}" y="${y + BOX.height / 2 + 6}" text-anchor="middle">${words}</text>`;

/** The loop as one drawing: a model learns from data, makes samples, and these are the next model's data. Real data come in from outside, or don't. */
export const loopDrawing =
  (): string => `<svg class="drawing" role="img" aria-label="A model learns from data and makes samples; the samples are the data of the next model. Real data may come in from outside." viewBox="0 0 620 200">
  <g>${boxAt(20, 20, 'real data')}${boxAt(235, 20, 'data')}${boxAt(450, 20, 'model')}${boxAt(342, 134, 'samples')}</g>
  <g class="arrows"><path class="perhaps" d="M172 47H227"/><path class="tip" d="M227 47l-10 -6v12z"/><path d="M387 47H442"/><path class="tip" d="M442 47l-10 -6v12z"/><path d="M525 76V161H500"/><path class="tip" d="M494 161l10 -6v12z"/><path d="M340 161H310V84"/><path class="tip" d="M310 78l-6 10h12z"/></g>
  <text x="199" y="100" text-anchor="middle">is the tap open?</text>
</svg>`;
