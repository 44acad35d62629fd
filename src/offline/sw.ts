/**
 * The service worker, dist/sw.js: registered when the reader asks to keep the page, and never before. It stores the files of its own build,
 * answers the page and the preset pages from them, and leaves everything else, embeds above all, to the network.
 */
import { PrecacheController } from 'workbox-precaching/PrecacheController.js';
import { isEmbed, isPage, keptFile } from './keptFile';
import type { FromKeeper, StoringProblem, ToKeeper } from './messages';

interface KeptFile {
  readonly url: string;
  readonly revision: string;
  readonly integrity?: string;
  readonly bytes: number;
}

declare const self: ServiceWorkerGlobalScope;
/** the build's list of files */
declare const __KEPT_FILES__: readonly KeptFile[];

const { scope } = self.registration;
const files = __KEPT_FILES__;
const bytesOf = new Map(files.map(({ url, bytes }) => [new URL(url, self.location.href).href, bytes]));
const total = files.reduce((sum, { bytes }) => sum + bytes, 0);

/** Files on their way at once: one after the other they would wait for each answer, all together they would be refused. */
const LANES = 6;

let stored = 0;
/** installed where nothing was before: only then may it take over the open page, which wants its later parts without a network, too */
let isFirst = false;

const controller = new PrecacheController({
  cacheName: `mad-lab-${scope}`,
  plugins: [
    {
      handlerDidComplete: async ({ request, error }) => {
        if (error) return;
        stored += bytesOf.get(request.url) ?? 0;
        await tellAll({ type: 'progress', bytes: stored, total });
      },
    },
  ],
});
controller.addToCacheList(files.map(({ url, revision, integrity }) => ({ url, revision, ...(integrity ? { integrity } : {}) })));

async function tellAll(message: FromKeeper): Promise<void> {
  for (const client of await self.clients.matchAll({ type: 'window', includeUncontrolled: true })) {
    if (isPage(client.url, scope)) client.postMessage(message);
  }
}

function problemOf(error: unknown): StoringProblem {
  const name = error instanceof Error ? error.name : '';
  if (name === 'QuotaExceededError') return 'quota';
  return name === 'bad-precaching-response' ? 'changed' : 'network';
}

/** Stores a file, unless it is there under this very revision. */
async function storeFile(event: ExtendableEvent, url: string, cacheKey: string): Promise<void> {
  const integrity = controller.getIntegrityForCacheKey(cacheKey) ?? '';
  const request = new Request(url, { integrity, cache: 'reload', credentials: 'same-origin' });
  await Promise.all(controller.strategy.handleAll({ params: { cacheKey }, request, event }));
}

/** Stores what is not stored yet: after a failure it goes on where it had stopped. */
async function fill(event: ExtendableEvent): Promise<void> {
  stored = 0;
  // one queue for all lanes: what fails stops every lane at its next step
  const queue = [...controller.getURLsToCacheKeys()].reverse();
  const lane = async () => {
    for (let next = queue.pop(); next; next = queue.pop()) await storeFile(event, ...next);
  };
  try {
    await Promise.all(
      Array.from({ length: LANES }, () =>
        lane().catch((error: unknown) => {
          queue.length = 0;
          throw error;
        }),
      ),
    );
  } catch (error) {
    await tellAll({ type: 'failed', problem: problemOf(error) });
    throw error;
  }
}

/** Entries that the browser or the reader has deleted since. */
async function missing(): Promise<number> {
  const { cacheName } = controller.strategy;
  // opening one that is gone would make it anew
  const keys = (await self.caches.has(cacheName)) ? await (await self.caches.open(cacheName)).keys() : [];
  const there = new Set(keys.map(({ url }) => url));
  return [...controller.getURLsToCacheKeys().values()].filter((key) => !there.has(key)).length;
}

async function otherTabs(asking: string): Promise<number> {
  const windows = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  return windows.filter(({ id, url }) => id !== asking && isPage(url, scope)).length;
}

async function answerTo(message: ToKeeper, event: ExtendableMessageEvent): Promise<FromKeeper> {
  if (message.type === 'check') return { type: 'checked', missing: await missing() };
  if (message.type === 'use') {
    const tabs = await otherTabs(event.source instanceof Client ? event.source.id : '');
    if (tabs === 0) await self.skipWaiting();
    return { type: 'using', otherTabs: tabs };
  }
  try {
    // workbox stores only in an event of this name
    await fill({ type: 'install', waitUntil: (promise: Promise<unknown>) => event.waitUntil(promise) } as ExtendableEvent);
    return { type: 'filled' };
  } catch (error) {
    return { type: 'failed', problem: problemOf(error) };
  }
}

self.addEventListener('install', (event) => {
  isFirst = self.registration.active === null;
  event.waitUntil(fill(event));
});

self.addEventListener('activate', (event) => {
  event.waitUntil(controller.activate(event).then(() => (isFirst ? self.clients.claim() : undefined)));
});

self.addEventListener('message', (event) => {
  const [port] = event.ports;
  if (!port) return;
  event.waitUntil(answerTo(event.data as ToKeeper, event).then((answer) => port.postMessage(answer)));
});

/** Ids of the windows that show an embed; those of before the worker was last woken are looked up. */
const embeds = new Set<string>();

/** `clients.get` would wait for a worker that is still asking for its first imports, and these for the answer. */
async function isOfEmbed(clientId: string): Promise<boolean> {
  const windows = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  return windows.some(({ id, url }) => id === clientId && isEmbed(url, scope));
}

async function answer(request: Request, clientId: string, file: string): Promise<Response> {
  if (request.mode !== 'navigate' && (await isOfEmbed(clientId))) {
    embeds.add(clientId);
    return fetch(request);
  }
  const kept = await self.caches.match(controller.getCacheKeyForURL(file) ?? file, { cacheName: controller.strategy.cacheName });
  return kept ?? fetch(request);
}

self.addEventListener('fetch', (event) => {
  const { request, clientId } = event;
  const navigates = request.mode === 'navigate';
  if (isEmbed(request.url, scope)) {
    if (navigates && event.resultingClientId) embeds.add(event.resultingClientId);
    return;
  }
  if (request.method !== 'GET' || (!navigates && (embeds.has(clientId) || isEmbed(request.referrer, scope)))) return;
  const file = keptFile(request.url, navigates, (address) => bytesOf.has(address));
  if (file !== null) event.respondWith(answer(request, clientId, file));
});
