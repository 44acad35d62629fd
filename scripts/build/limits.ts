/** What each file of an embed may weigh. `npm run check:bundle` holds them to it; docs/embedding.md tells them. */
export interface Limit {
  readonly what: string;
  /** below dist/ */
  readonly files: readonly string[];
  readonly when: string;
  readonly kB: number;
  /** as sent compressed; otherwise as it lies on the disk */
  readonly gzip: boolean;
}

export const LIMITS: readonly Limit[] = [
  {
    what: '`embed.html` with its poster',
    files: ['embed.html', 'embed/posters/the-rare-go-first.js', 'presets/the-rare-go-first.svg'],
    when: 'with the article',
    kB: 51,
    gzip: false,
  },
  { what: '`embed-height.js`', files: ['embed-height.js'], when: 'with the article, if you use it', kB: 1, gzip: false },
  { what: '`mad-loop.js`', files: ['mad-loop.js'], when: 'with the article, if you use it', kB: 6, gzip: true },
  { what: 'the figure and its engine', files: ['embed/app.js', 'embed/engine.js'], when: 'after Run', kB: 322, gzip: true },
  {
    what: 'TensorFlow.js with its WebAssembly',
    files: ['embed/tensors-wasm.js', 'embed/tfjs-backend-wasm-simd.wasm.js'],
    when: 'after Run, digits only',
    kB: 330,
    gzip: true,
  },
  { what: 'TensorFlow.js for the processor', files: ['embed/tensors-cpu.js'], when: 'instead, where WebAssembly is blocked', kB: 140, gzip: true },
  {
    what: '1,000 digits of 14 × 14',
    files: ['embed/digits/14/train-00.bin.js'],
    when: 'after Run, digits only, as many as the run needs',
    kB: 42,
    gzip: true,
  },
  {
    what: '250 spoken digits',
    files: ['embed/speech/train-00.bin.js'],
    when: 'after Run, spoken digits only, as many as the run needs',
    kB: 32,
    gzip: true,
  },
  { what: 'first names', files: ['embed/texts/names.bin.js'], when: 'after Run, text only, the one that the run needs', kB: 30, gzip: true },
  {
    what: 'parts of *Moby-Dick*',
    files: ['embed/texts/moby-dick.bin.js'],
    when: 'after Run, text only, the one that the run needs',
    kB: 140,
    gzip: true,
  },
  {
    what: 'parts of addresses',
    files: ['embed/texts/addresses.bin.js'],
    when: 'after Run, text only, the one that the run needs',
    kB: 140,
    gzip: true,
  },
];
