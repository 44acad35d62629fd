import { objectAt } from '../../engine/checked';
import { kindOf } from '../../engine/chosen';
import type { Experiment } from '../../engine/experiment';
import { refuse } from '../../engine/refusal';
import type { ShownSamples } from '../../protocol/messages';
import { imagesFile } from './images/file';
import type { KindFile } from './kindView';
import { pointsFile } from './points/file';
import { textFile } from './text/file';

/** How files hold each kind of samples. */
const kindFiles: readonly KindFile[] = [pointsFile, imagesFile, textFile];

function fileOf(kind: string): KindFile {
  const file = kindFiles.find(({ id }) => id === kind);
  if (!file) throw new Error(`no files of the kind “${kind}”`);
  return file;
}

/** Samples of the screen as JSON holds them. */
export const encodeShown = (shown: ShownSamples): object => fileOf(shown.kind).encode(shown);

/** @param shown a value from a file of `experiment`, at `place` */
export function decodeShown(shown: unknown, place: string, experiment: Experiment): ShownSamples | null {
  if (shown === null || shown === undefined) return null;
  const raw = objectAt(shown, place);
  const { id } = kindOf(experiment);
  if (raw.kind !== id) refuse(`${place}.kind`, raw.kind, `${id}, which the model makes`);
  return fileOf(id).decode(raw, place, experiment);
}

/** What stands for samples that a file does not hold. */
export const noSamples = (experiment: Experiment): ShownSamples => fileOf(kindOf(experiment).id).none(experiment);
