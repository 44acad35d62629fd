import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hashOf, inlineTexts, withPolicy } from '../contentPolicy';

/**
 * What the page may load: files of this very site, and what it makes itself (blobs). WebAssembly, but no `eval`. No style element but by
 * hash; style attributes only as formulas and sized boxes need them. Its worker comes from a file, so its own policy is the server's.
 */
const PAGE = (scripts: readonly string[], styles: readonly string[]) => [
  "default-src 'none'",
  `script-src 'self' 'wasm-unsafe-eval' ${scripts.join(' ')}`,
  `style-src 'self' ${styles.join(' ')}`,
  "style-src-attr 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "connect-src 'self' blob:",
  "worker-src 'self' blob:",
  "frame-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
];

/** The article: our two scripts, its own style, frames of this site. */
const ARTICLE = (scripts: readonly string[], styles: readonly string[]) => [
  "default-src 'none'",
  `script-src 'self' ${scripts.join(' ')}`,
  `style-src 'self' ${styles.join(' ')}`,
  "style-src-attr 'unsafe-inline'",
  "img-src 'self'",
  "frame-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
];

const POLICIES = { 'index.html': PAGE, 'article/index.html': ARTICLE };

/** Content security policies of the pages that are not made by a step of their own, by what stands in them. */
export async function policies(): Promise<void> {
  for (const [path, policy] of Object.entries(POLICIES)) {
    const file = join('dist', path);
    const page = readFileSync(file, 'utf8');
    writeFileSync(file, withPolicy(page, policy(inlineTexts(page, 'script').map(hashOf), inlineTexts(page, 'style').map(hashOf))));
  }
}
