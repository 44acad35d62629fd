// `npm start`: install what is missing, build the page, serve it, print the address. Node's own modules only: nothing else is there yet.
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { installDependencies, run } from './dependencies.mjs';
import { serve } from './serve.mjs';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
if (!(await installDependencies()) || (await run('npm', ['run', 'build'])) !== 0) process.exit(1);
const address = await serve('dist', 4173, { search: true });
process.stdout.write(`\nMAD Lab is at ${address}\nCtrl-C stops it.\n`);
