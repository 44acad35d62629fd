import { createNodeHost } from '../src/headless/nodeHost';
import type { Family } from './finding';
import { loopFindings } from './vaeLoops';
import { DigitsRuns } from './vaeRuns';
import { loopTables } from './vaeTables';
import { bounds, training } from './vaeTraining';

/** The variational autoencoder: its training beside the same recipe elsewhere, and what the loops do to its digits. */
export const vae: Family = {
  name: 'vae',

  async check(say, note) {
    const host = createNodeHost('wasm');
    const trained = [...(await training(host, say)), ...(await bounds(host))];
    const runs = await DigitsRuns.simulate(say);
    for (const block of loopTables(runs)) note(block);
    return [...trained, ...loopFindings(runs)];
  },
};
