import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { brotliDecompressSync } from 'node:zlib';

const PACKAGE = '@sparticuz/chromium';

/** The oldest promised Chrome, and the last one for Windows 7 and 8: real ones, as npm packages for x64 Linux, with what their files must be. */
export const OLD_CHROMES = [
  { version: '106.0.2', sha512: 'YDbwmfyzLi2WqVjAONPjxlCxAfLPjx4TE7KdDNOyITDGx6KAktgpZ9qab77ZRU/6mmCwSdg+QO+OGQTXOEY/RA==' },
  { version: '109.0.6', sha512: '9hTE03DXnrWTiGNpfjLfmGhIfmiVAerSPinDb+x5bBdM4KF4PMM1NZ0A+V7WKazoA+CasSX/osHK8K0MuO6uqg==' },
];

const folder = resolve('.cache/browsers');
const hasThem = process.platform === 'linux' && process.arch === 'x64';

/**
 * Where an old Chrome is; null where it is not.
 * @param {string} version
 */
export function findOldChrome(version) {
  const path = join(folder, `chromium-${version}`);
  return hasThem && existsSync(path) ? path : null;
}

/** @typedef {{ say: (text: string) => void, run: (command: string, args: string[]) => Promise<number> }} Tools */

/**
 * @param {typeof OLD_CHROMES[number]} chrome
 * @param {Tools} tools
 */
async function fetchOne({ version, sha512 }, { run }) {
  const packed = join(folder, `sparticuz-chromium-${version}.tgz`);
  if ((await run('npm', ['pack', `${PACKAGE}@${version}`, '--silent', '--pack-destination', folder])) !== 0) return;
  if (createHash('sha512').update(readFileSync(packed)).digest('base64') !== sha512)
    throw new Error(`${PACKAGE} ${version} is not the file that it was.`);
  if ((await run('tar', ['-xzf', packed, '-C', folder, 'package/bin/chromium.br'])) !== 0) return;
  const unpacked = join(folder, `chromium-${version}.part`);
  writeFileSync(unpacked, brotliDecompressSync(readFileSync(join(folder, 'package/bin/chromium.br'))), { mode: 0o755 });
  renameSync(unpacked, join(folder, `chromium-${version}`));
  rmSync(packed);
  rmSync(join(folder, 'package'), { recursive: true });
}

/**
 * Fetches what is not there yet, into .cache/. Journeys in them are skipped where that can't be done, and this says so.
 * @param {Tools} tools
 */
export async function fetchOldChromes(tools) {
  if (hasThem) {
    mkdirSync(folder, { recursive: true });
    for (const chrome of OLD_CHROMES) if (!findOldChrome(chrome.version)) await fetchOne(chrome, tools);
  }
  const missing = OLD_CHROMES.filter(({ version }) => !findOldChrome(version)).map(({ version }) => version);
  if (missing.length > 0) tools.say(`No old Chrome ${missing.join(', ')}: they come for x64 Linux, over the network. Their journeys are skipped.\n`);
  return true;
}
