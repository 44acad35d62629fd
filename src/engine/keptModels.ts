/** What a monitor decided of a lane's model: nothing, that no further one is trained, that the one before takes its place, that the next gets D_1, too. */
export type Decision = 'none' | 'stop' | 'rollback' | 'archive';

/** What going on behind a generation needs of it: the fitted model of each lane, and what was decided of it. */
export interface KeptGeneration {
  readonly generation: number;
  readonly models: readonly unknown[];
  /** of each lane; absent where nothing watched */
  readonly decisions?: readonly Decision[];
}

/** So many of the last generations can always be gone on behind: a setting changed while the loops run goes back to one of them. */
export const RECENT = 4;

/** Bytes of the arrays of models; those that lanes share count once. */
export function modelBytes(models: readonly unknown[]): number {
  let bytes = 0;
  for (const model of new Set(models)) for (const part of Object.values(model as object)) if (ArrayBuffer.isView(part)) bytes += part.byteLength;
  return bytes;
}

/**
 * The models of a run that may be gone back in. Within `budget` bytes all of them; beyond it each second is left, then each fourth, …; the
 * first and the last ones always. What lies between is computed again, to the same numbers.
 */
export class KeptModels {
  private kept: { readonly generation: KeptGeneration; readonly bytes: number }[] = [];
  private stride = 1;
  private recent = RECENT;

  constructor(public budget: number) {}

  get bytes(): number {
    return this.kept.reduce((sum, { bytes }) => sum + bytes, 0);
  }

  get generations(): readonly number[] {
    return this.kept.map(({ generation }) => generation.generation);
  }

  /** Of a generation; undefined where they are not kept. */
  at(t: number): KeptGeneration | undefined {
    return this.kept.find(({ generation }) => generation.generation === t)?.generation;
  }

  add({ generation, models, decisions }: KeptGeneration): void {
    this.kept.push({ generation: { generation, models, ...(decisions && { decisions }) }, bytes: modelBytes(models) });
    this.thin();
    while (this.bytes > this.budget && this.kept.length > this.recent + 1) {
      this.stride *= 2;
      this.thin();
    }
  }

  /** What a run goes on behind to reach `generation` again: up to the last one of which so many models in a row are there as going on behind it needs. */
  behind(generation: number, needed: (behind: number) => number): readonly KeptGeneration[] {
    const { generations } = this;
    let inARow = 0;
    let end = 0;
    for (const [at, t] of generations.entries()) {
      inARow = t === (generations[at - 1] ?? 0) + 1 ? inARow + 1 : 1;
      if (t <= generation && inARow >= Math.min(needed(t), t)) end = at + 1;
    }
    return this.kept.slice(0, end).map((entry) => entry.generation);
  }

  /** The same, and forgets what lies beyond. */
  backTo(generation: number, needed: (behind: number) => number): readonly KeptGeneration[] {
    const behind = this.behind(generation, needed);
    this.kept = this.kept.slice(0, behind.length);
    if (behind.length === 0) this.stride = 1;
    // so that one can go back by some generations, and still find as many before them
    const most = needed(0);
    this.recent = RECENT + (Number.isFinite(most) ? most - 1 : 0);
    return behind;
  }

  clear(): void {
    this.backTo(0, () => 1);
  }

  private thin(): void {
    const last = this.kept[this.kept.length - 1].generation.generation;
    this.kept = this.kept.filter(({ generation: { generation: t } }) => (t - 1) % this.stride === 0 || t > last - this.recent);
  }
}
