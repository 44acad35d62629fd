import type { Page } from '@playwright/test';
import { allApis, allCss, MINIMA, type Minimum } from '../scripts/compat/support';

type Path = readonly [owner: string, member: string];

/** Takes from a global scope, in a browser of today, what one of another age lacks. Stands in pages and workers: nothing from outside. */
function takeAway(paths: readonly Path[], selectors: readonly string[]): number {
  let taken = 0;
  const scope = globalThis as unknown as Record<string, { prototype?: object } | undefined>;
  const take = (holder: object | undefined, name: string) => {
    if (holder && Object.hasOwn(holder, name) && Reflect.deleteProperty(holder, name)) taken++;
  };
  for (const [owner, member] of paths) {
    if (member === '') take(scope, owner);
    else
      for (const holder of /^(Window|(Dedicated)?WorkerGlobalScope)$/.test(owner) ? [scope] : [scope[owner], scope[owner]?.prototype])
        take(holder, member);
  }
  const refused = new RegExp(`:(${selectors.join('|')})(?![\\w-])`);
  for (const prototype of [scope.Element?.prototype, scope.Document?.prototype, scope.DocumentFragment?.prototype]) {
    for (const name of ['querySelector', 'querySelectorAll', 'matches', 'closest']) {
      const real = (prototype as Record<string, ((selector: string) => unknown) | undefined> | undefined)?.[name];
      if (!real) continue;
      Object.defineProperty(prototype, name, {
        value(this: unknown, selector: string) {
          if (refused.test(selector)) throw new DOMException(`'${selector}' is not a valid selector.`, 'SyntaxError');
          return real.call(this, selector);
        },
      });
    }
  }
  return taken;
}

/**
 * Makes pages, and the engine's worker, lack all that is newer than the promised minimum of a browser: interfaces, members, built-in functions
 * and selectors of scripts. (Styles stay: they can't be taken away.)
 */
export async function takeNewerFrom(page: Page, browser: Minimum): Promise<void> {
  const paths: Path[] = allApis()
    .filter(({ lackedBy }) => lackedBy.includes(browser))
    .map(({ owner, member }) => [owner, member]);
  if (paths.length < 500) throw new Error(`only ${paths.length} things are newer than ${browser} ${MINIMA[browser]}: the data have changed`);
  const selectors = [...allCss().selectors.values()].filter(({ lackedBy }) => lackedBy.includes(browser)).map(({ name }) => name);
  const code = `(${takeAway})(${JSON.stringify(paths)}, ${JSON.stringify(selectors)});`;
  await page.addInitScript(`window.takenAway = ${code}`);
  // today's browsers hide what has the attribute and was not shown by the method
  await page.addInitScript(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('[popover] { display: block }');
    document.adoptedStyleSheets = [sheet];
  });
  await page.route('**/assets/*worker*.js', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: `${code}\n${await response.text()}` });
  });
}
