import { LAW_RUNS, lawFindings, linearTable } from './cureLaws';
import { OUTCOME_RUNS, outcomeFindings, treatmentTable } from './cureOutcomes';
import { CureRuns } from './cureRuns';
import type { Family } from './finding';

/** The steps between sampling and training: held to their exact laws, and what they do to the ring and to digits. */
export const cures: Family = {
  name: 'cures',

  async check(say, note) {
    const runs = await CureRuns.simulate([...OUTCOME_RUNS, ...LAW_RUNS], say);
    note(linearTable(runs));
    note(treatmentTable(runs));
    return [...lawFindings(runs), ...outcomeFindings(runs)];
  },
};
