/**
 * The inline script of embed.html: all that runs before someone asks. It shows the poster, tells the host its height, and on a click
 * loads the app as classic scripts, which is what a sandboxed frame of any static host allows.
 */
import { plainName } from '../engine/names';
import { printPairs, queryOf, valuesIn } from '../engine/query';
import { fileAddress } from '../files/classicFiles';
import { megabytes } from '../format';
import { experimentPairs, namesIn } from '../frame/experimentKey';
import { heightOf, posterHeightOf, type Shown } from '../frame/heights';
import { textOf } from '../frame/textOf';
import type { EmbedBridge } from './bridge';
import { built } from './built';
import { createCards } from './cards';
import { downloadOf, imagesOf } from './download';
import { groundOf, layGround } from './ground';
import { reportHeight } from './height';
import { createHostDoor, type Handler, readOrigin } from './hostDoor';
import { canGoOn, lessonHeightOf, lessonOf } from './lesson';
import { openLab } from './openLab';
import { posterParts } from './poster';
import type { Answer, Command } from './protocol';

/** For a host to make room before the lesson comes, ms. */
const ROOM_MS = 150;
/** So much higher curves may become, px. */
const HIGHEST_LEFT = 400;

const element = <Kind extends HTMLElement>(id: string) => document.getElementById(id) as Kind;
const [poster, button, status] = [element('poster'), element<HTMLButtonElement>('run'), element('status')];

let query = queryOf(location.href);
const pairs = () => valuesIn(query);
const lesson = lessonOf(pairs(), built.lessons, location.hash);
/** A choice of the view. */
const chosen = (key: string) => namesIn(pairs(), key)[0];
/** Whether the figure is on its way. */
let isAsked = false;
const ground = groundOf(pairs().get('background'));
const cards = createCards(built, loadScript, describe);
const door = createHostDoor({ window, parentOrigin: readOrigin(pairs().get('parentorigin')), handle });

const parts = (): Shown => {
  const view = chosen('view');
  return view === 'samples' || view === 'scores' ? view : 'both';
};

function paint(): void {
  const theme = chosen('theme');
  const byReader = matchMedia('(prefers-color-scheme: dark)').matches;
  const dark = theme === 'dark' || (theme !== 'light' && theme !== 'projector' && (ground?.dark ?? byReader));
  const root = document.documentElement;
  root.dataset.theme = dark ? 'dark' : 'light';
  root.toggleAttribute('data-projector', theme === 'projector');
  for (const { id, inks } of built.loops) root.style.setProperty(`--ink-${id}`, inks[dark ? 1 : 0]);
}

/** The poster's own room; that of the figure where it comes without being asked for, so that nothing moves then. */
function reserve(): void {
  const comes = isAsked || (!lesson && (chosen('run') === 'auto' || chosen('run') === 'visible'));
  const isLow = !comes && poster.dataset.awaited === undefined && /^(drawing|curve)$/.test(poster.dataset.picture ?? '');
  const height = comes ? heightOf(innerWidth, parts(), textOf(pairs()) !== null) : posterHeightOf(innerWidth, parts());
  poster.style.minHeight = isLow ? '' : `${height}px`;
}

function learns(known: ReadonlyMap<string, string>): string {
  const images = imagesOf(known);
  if (images) return `A small neural network learns to ${images === 'speech' ? 'speak' : 'write'} digits`;
  const text = textOf(known);
  if (text === null) return 'A model learns a cloud of points';
  return text === 'names' ? 'A small language model learns to make names' : 'A small language model learns to write';
}

/** The page with the same experiment. Text of somebody's own goes there in the fragment, as it came: no server is sent it. */
function labAddress(known: ReadonlyMap<string, string>): string {
  if (lesson) return lesson.address;
  const open = experimentPairs(known, built.viewKeys).filter(([name]) => name !== 'text');
  return `./?${printPairs(open)}${location.hash}`;
}

function describe(): void {
  const known = pairs();
  poster.toggleAttribute('data-awaited', cards.isAwaited(known));
  const { card, picture, html, below, words } = posterParts(known, parts(), { ...built, cards: cards.here });
  element('title').textContent = lesson?.title ?? (card?.title || 'What happens when AI trains on AI?');
  element('about').textContent = lesson?.about ?? (card?.look || `${learns(known)}, and then, generation after generation, from what models made.`);
  poster.dataset.picture = picture;
  element('picture').innerHTML = html;
  element('curves').innerHTML = below;
  element('origin').textContent = words;
  button.innerHTML = lesson ? '<b>Begin</b>' : `<b>Run<i>,</i></b> <span>${megabytes(downloadOf(known, built.weights))} MB</span>`;
  element<HTMLAnchorElement>('lab').href = labAddress(known);
  reserve();
}

/** A classic script of ours; rejects where it can't be loaded. */
function loadScript(address: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = address;
    script.onload = () => resolve();
    script.onerror = () => {
      script.remove();
      reject(new Error('The figure could not be loaded. Check the connection, then press Run again.'));
    };
    document.head.append(script);
  });
}

let app: Promise<Handler> | null = null;

/** Loads the app, once; another try after a failure. */
function start(startedBy: EmbedBridge['startedBy']): Promise<Handler> {
  app ??= load(startedBy).catch((error: unknown) => {
    app = null;
    isAsked = false;
    reserve();
    button.disabled = false;
    status.textContent = error instanceof Error ? error.message : String(error);
    throw error;
  });
  return app;
}

async function load(startedBy: EmbedBridge['startedBy']): Promise<Handler> {
  button.disabled = true;
  isAsked = true;
  height.settle();
  reserve();
  status.textContent = 'Loading…';
  await Promise.all([loadScript(fileAddress('engine.js')), loadScript(fileAddress('app.js'))]);
  const arrived = () => {
    poster.hidden = true;
  };
  const obey = globalThis.madLabStart?.({ query, startedBy, door, arrived, groundIsDark: ground?.dark ?? null });
  if (!obey) throw new Error('The figure could not start in this browser. It may be too old, or block a part of the figure.');
  door.setHandler(obey);
  return obey;
}

/** Commands that come before anything is loaded: only those that need the figure fetch it. */
async function handle(command: Command): Promise<Answer> {
  switch (command.type) {
    case 'pause':
    case 'reset':
      return {};
    case 'getState':
      return { state: { v: 1, experiment: Object.fromEntries(experimentPairs(pairs(), built.viewKeys)), status: 'waiting', generation: 0 } };
    case 'set': {
      const given = Object.entries(command.experiment).map(([key, value]) => [plainName(key), String(value)] as const);
      query = printPairs([...new Map([...pairs(), ...given])]);
      describe();
      return {};
    }
    default:
      if (lesson) throw new Error('This figure is a lesson: only its reader begins it.');
      return (await start('host'))(command);
  }
}

/** The page takes the place of the poster; where it can't, it opens beside. */
function begin(address: string): void {
  if (!canGoOn()) return element('lab').click();
  status.textContent = 'Loading…';
  height.settle();
  poster.style.minHeight = `${lessonHeightOf(innerWidth)}px`;
  setTimeout(() => location.assign(address), ROOM_MS);
}

const ask = (by: EmbedBridge['startedBy']) => void start(by).catch(() => undefined);

if (ground) layGround(ground);
paint();
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', paint);
describe();
addEventListener('resize', reserve);
// in a frame that nothing fits the curves take what is left
const height = reportHeight(door, (px) => element('curves').style.setProperty('--left', `${Math.min(px, HIGHEST_LEFT)}px`));
door.send({ type: 'ready' });
button.addEventListener('click', () => (lesson ? begin(lesson.address) : ask('reader')));
const starting = element('starting');
const works = starting.dataset.missing === undefined;
if (works) starting.remove();
button.hidden = !works;
element('lab').addEventListener('click', openLab);

const run = lesson ? '' : chosen('run');
if (works && run === 'auto') ask('address');
if (works && run === 'visible') {
  const sight = new IntersectionObserver(
    (entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      sight.disconnect();
      ask('address');
    },
    { threshold: 1 },
  );
  for (const part of [element('title'), button]) sight.observe(part);
}
