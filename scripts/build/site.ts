import { build } from 'vite';
import { forgetPackages } from './bundledPackages';
import { shellPlugin } from './shell';

/** The page itself, as modules. Empties dist/ first. */
export async function site(): Promise<void> {
  const shell = await shellPlugin();
  forgetPackages();
  await build({ logLevel: 'warn', plugins: [shell] });
}
