/** The game of slips, exactly: how many kinds are left after some generations of drawing as many slips as there are, with replacement. */

/** Slips, and how many kinds have how many of them each. */
export const GAME = { kinds: 8, ofEach: 3, generations: 10 } as const;
export const SLIPS = GAME.kinds * GAME.ofEach;

/** The first seed whose 24 real points of the ring are three of each kind; a test looks. Chosen for nothing else. */
export const GAME_SEED = 9941;
/** The same start on the screen. Its generation 1 has learned the slips as they are cut: the board's row 0. */
export const GAME_QUERY = `?v=1&backend=wasm&dataset=ring&loop=fully-synthetic&initialReal=${SLIPS}&synthetic=${SLIPS}&generations=${GAME.generations + 1}&seed=${GAME_SEED}`;

/** `lines[k]`: the chance that k slips of a generation come from `lines` different ones of the generation before. */
function parents(k: number): number[] {
  let chances = [1, ...new Array<number>(SLIPS).fill(0)];
  for (let drawn = 0; drawn < k; drawn++) {
    const next = new Array<number>(SLIPS + 1).fill(0);
    for (let different = 0; different <= drawn; different++) {
      next[different] += (chances[different] * different) / SLIPS;
      next[different + 1] += (chances[different] * (SLIPS - different)) / SLIPS;
    }
    chances = next;
  }
  return chances;
}

const choose = (n: number, k: number): number => {
  let ways = 1;
  for (let i = 0; i < k; i++) ways = (ways * (n - i)) / (i + 1);
  return k > n ? 0 : ways;
};

/** The chances of 0, 1, … 8 kinds among so many different slips of the beginning, which are any with the same chance. */
function kindsAmong(slips: number): number[] {
  const all = choose(SLIPS, slips);
  return Array.from({ length: GAME.kinds + 1 }, (_, kinds) => {
    let ways = 0;
    for (let missing = 0; missing <= kinds; missing++) {
      ways += (missing % 2 === 0 ? 1 : -1) * choose(kinds, missing) * choose((kinds - missing) * GAME.ofEach, slips);
    }
    return (choose(GAME.kinds, kinds) * ways) / all;
  });
}

export interface KindsLeft {
  readonly generation: number;
  /** `chances[k]` of k kinds */
  readonly chances: readonly number[];
  readonly mean: number;
  /** at least 90 % of games lie within */
  readonly low: number;
  readonly high: number;
}

function told(generation: number, chances: readonly number[]): KindsLeft {
  const mean = chances.reduce((sum, chance, kinds) => sum + chance * kinds, 0);
  const upTo = chances.map((_, kinds) => chances.slice(0, kinds + 1).reduce((sum, chance) => sum + chance, 0));
  const quantile = (share: number) => upTo.findIndex((sum) => sum >= share - 1e-12);
  return { generation, chances, mean, low: quantile(0.05), high: quantile(0.95) };
}

/**
 * Generation by generation, from 0 on. Looked at backwards, the slips of a generation come from some number of slips at the beginning, a Markov
 * chain that gets smaller; and which these are is as chance has it. So the kinds left are those among so many slips, drawn without replacement.
 */
export function kindsLeft(): readonly KindsLeft[] {
  const step = Array.from({ length: SLIPS + 1 }, (_, k) => parents(k));
  let origins = new Array<number>(SLIPS + 1).fill(0);
  origins[SLIPS] = 1;
  const among = Array.from({ length: SLIPS + 1 }, (_, slips) => kindsAmong(slips));
  return Array.from({ length: GAME.generations + 1 }, (_, generation) => {
    if (generation > 0) origins = origins.map((_, j) => origins.reduce((sum, chance, k) => sum + chance * step[k][j], 0));
    const chances = Array.from({ length: GAME.kinds + 1 }, (_, kinds) =>
      origins.reduce((sum, chance, slips) => sum + chance * among[slips][kinds], 0),
    );
    return told(generation, chances);
  });
}
