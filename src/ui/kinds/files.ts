import { imagesFile } from './images/file';
import type { KindFile } from './kindView';
import { pointsFile } from './points/file';

/** How files hold each kind of samples. */
const kindFiles: readonly KindFile[] = [pointsFile, imagesFile];

export function fileOf(kind: string): KindFile {
  const file = kindFiles.find(({ id }) => id === kind);
  if (!file) throw new Error(`no files of the kind “${kind}”`);
  return file;
}
