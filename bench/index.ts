/**
 * `npm run bench`: the production build in a real browser, medians: the default experiments into docs/performance.md, the page under the
 * hand into docs/interaction.md, its main thread into docs/mainThread.md; `-- runs`, `-- hand` or `-- thread` for one of them. `npm run build` first. Nothing else should run on the machine.
 * `-- peers` prints how the engine's kernels compare with Python's libraries, without a build; `-- peers words` the lines with these words alone.
 */
import process from 'node:process';

const PAGE = ['all', 'runs', 'hand', 'thread'];
const [part = 'all', words] = process.argv.slice(2);
if (part === 'peers') {
  // by themselves: what drives a browser has each promise of the process watched, which takes a third of a small loop's time
  const { measurePeers } = await import('./peers');
  await measurePeers(words);
} else if (PAGE.includes(part)) await import('./page');
else throw new Error(`“${part}” is no part of the bench: runs, hand, thread, peers, or nothing for all but the last.`);
process.exit(0);
