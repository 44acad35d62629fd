import type { LabState } from '../../store/state';

/** Saves what is computed as JSON, as Export does, without the page. @returns what to tell the reader */
export async function saveRun(state: LabState): Promise<string> {
  const [{ resultsOf }, { toJson }, { download }] = await Promise.all([
    import('../files/useResults'),
    import('../files/json'),
    import('../files/download'),
  ]);
  const results = resultsOf(state);
  const name = `mad-lab-${results.experiment.model}-seed-${results.experiment.seed}.json`;
  download(name, 'application/json', toJson(results));
  return `Saved ${name}.`;
}
