import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, type Plugin } from 'vite';

const MARK = '<!-- shell -->';
const CODE = /<script type="module" crossorigin src="([^"]+)"><\/script>/;
/** where the packages that it leaves outside are found */
const FOLDER = 'node_modules/.cache/mad-lab-shell';

/** The page as it is seen before its code runs, as text. */
async function shellText(): Promise<string> {
  await build({ logLevel: 'warn', build: { ssr: 'src/ui/shell/shellText.tsx', outDir: FOLDER, emptyOutDir: true } });
  const { shellText }: { shellText: () => string } = await import(pathToFileURL(resolve(FOLDER, 'shellText.js')).href);
  return shellText();
}

/** Puts it into a page, in its place; the page's code is fetched at once, and starts when the shell has been painted (`src/start/starting.js`). */
export async function shellPlugin(): Promise<Plugin> {
  const text = await shellText();
  return {
    name: 'mad-lab:shell',
    transformIndexHtml: {
      order: 'post',
      handler(page) {
        if (!page.includes(MARK) || !CODE.test(page)) throw new Error(`index.html has no ${MARK}, or no script of its own: nothing would start`);
        return page.replace(MARK, () => text).replace(CODE, '<link rel="modulepreload" crossorigin href="$1" id="code">');
      },
    },
  };
}
