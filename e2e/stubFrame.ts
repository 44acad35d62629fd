import type { Page } from '@playwright/test';

/** An embed.html that computes nothing: it notes what it is told and answers as the real one does. `?mute` says nothing. */
const STUB = `<!doctype html><title>Stub</title><script>
const query = new URLSearchParams(location.search);
const heard = [];
let generation = 0;
const say = (type, content = {}) => parent.postMessage({ ns: 'mad-lab', v: 1, id: heard.length, type, ...content }, '*');
const file = { svg: { text: '<svg/>' }, png: { bytes: new Uint8Array([137, 80]).buffer }, csv: { text: 'generation' } };
addEventListener('message', ({ source, origin, data }) => {
  if (source !== parent || origin !== query.get('parentOrigin')) return;
  heard.push(data);
  const { type, requestId } = data;
  if (type === 'pause') return say('error', { code: 'not-now', message: 'There is nothing to pause.', recoverable: true, requestId });
  if (type === 'step') say('generation', { generation: ++generation, loop: 'fresh-data', scores: { recall: 0.5 } });
  if (type === 'run') { generation = 3; say('complete', { generations: 3 }); }
  if (type === 'set') return say('error', { code: 'repaired', message: 'bias', recoverable: true, requestId: data.id });
  const state = { v: 1, experiment: { seed: 7 }, status: generation === 3 ? 'ended' : 'paused', generation };
  if (type === 'export' && data.format === 'json') return say('answer', { requestId });
  say('answer', { requestId, ...(type === 'getState' && { state }), ...(type === 'export' && { file: { name: 'x', mime: 'x', ...file[data.format] } }) });
});
if (!query.has('mute')) { say('ready'); say('height', { px: Number(query.get('seed') ?? 1) + 300 }); }
</script>`;

/** Opens a page of somebody's with `body`, on a server that has our two scripts and the stub. */
export async function openArticle(page: Page, body: string): Promise<void> {
  await page.route('**/stub/embed.html*', (route) => route.fulfill({ contentType: 'text/html', body: STUB }));
  await page.route('**/article.html', (route) =>
    route.fulfill({ contentType: 'text/html', body: `<!doctype html><title>An article</title>${body}` }),
  );
  await page.goto('./article.html');
}

export const MAD_LOOP = '<script type="module" src="mad-loop.js"></script>';
