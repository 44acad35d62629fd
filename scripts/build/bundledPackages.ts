import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import process from 'node:process';
import type { Plugin } from 'vite';

/** What each bundle holds of other people's, kept between the steps of a build and for the check after it. */
const NOTES = 'node_modules/.mad-lab-bundles';
/** Code that bundlers add has no file of its own. */
const RUNTIMES: readonly [start: string, folder: string][] = [
  ['\0rolldown/', 'node_modules/rolldown'],
  ['\0vite/', 'node_modules/vite'],
];

/** The folder of the package that a module belongs to; null for code of ours. */
export function packageFolder(id: string): string | null {
  const runtime = RUNTIMES.find(([start]) => id.startsWith(start));
  if (runtime) return runtime[1];
  const path = relative(process.cwd(), id.replace(/^\0/, '').replace(/[?#].*/, '')).replaceAll('\\', '/');
  return /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? null;
}

/** Notes the packages of which a bundle holds modules. */
export function notePackages(bundle: string): Plugin {
  return {
    name: 'mad-lab:note-packages',
    apply: 'build',
    generateBundle(_, output) {
      const folders = Object.values(output).flatMap((item) => (item.type === 'chunk' ? item.moduleIds.map(packageFolder) : []));
      const packages = [...new Set(folders)].filter((folder) => folder !== null).toSorted();
      mkdirSync(NOTES, { recursive: true });
      writeFileSync(join(NOTES, `${bundle.replaceAll(/[^\w.]/g, '-')}.json`), JSON.stringify(packages));
    },
  };
}

/** The folders of packages in every bundle, by its name. */
export function notedPackages(): ReadonlyMap<string, readonly string[]> {
  const files = existsSync(NOTES) ? readdirSync(NOTES) : [];
  return new Map(files.map((file) => [file.replace(/\.json$/, ''), JSON.parse(readFileSync(join(NOTES, file), 'utf8')) as string[]]));
}

export function forgetPackages(): void {
  rmSync(NOTES, { recursive: true, force: true });
}
