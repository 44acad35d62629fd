import { build } from 'vite';
import { forgetPackages } from './bundledPackages';

/** The page itself, as modules. Empties dist/ first. */
export async function site(): Promise<void> {
  forgetPackages();
  await build({ logLevel: 'warn' });
}
