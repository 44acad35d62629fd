import { build } from 'vite';

/** The page itself, as modules. Empties dist/ first. */
export async function site(): Promise<void> {
  await build({ logLevel: 'warn' });
}
