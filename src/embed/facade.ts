/**
 * The inline script of embed.html: all that runs before someone asks. It shows the poster, tells the host its height, and on a click
 * loads the app as classic scripts, which is what a sandboxed frame of any static host allows.
 */
import { plainName } from '../engine/names';
import { printPairs, queryOf, valuesIn } from '../engine/query';
import { fileAddress } from '../files/classicFiles';
import { megabytes } from '../format';
import { heightOf, type Shown } from '../frame/heights';
import type { EmbedBridge } from './bridge';
import { built } from './built';
import { downloadOf, isDigits } from './download';
import { reportHeight } from './height';
import { createHostDoor, type Handler, readOrigin } from './hostDoor';
import { openLab } from './openLab';
import { experimentKeyOf, experimentPairs, namesIn } from './pairs';
import { posterHtml } from './poster';
import type { Answer, Command } from './protocol';

const element = <Kind extends HTMLElement>(id: string) => document.getElementById(id) as Kind;
const [poster, button, status] = [element('poster'), element<HTMLButtonElement>('run'), element('status')];

let query = queryOf(location.href);
const pairs = () => valuesIn(query);
/** A choice of the view. */
const chosen = (key: string) => namesIn(pairs(), key)[0];
const door = createHostDoor({ window, parentOrigin: readOrigin(pairs().get('parentorigin')), handle });

function paint(): void {
  const theme = chosen('theme');
  const dark = theme === 'dark' || (theme !== 'light' && theme !== 'projector' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.dataset.theme = dark ? 'dark' : 'light';
  document.documentElement.toggleAttribute('data-projector', theme === 'projector');
}

/** The room that the figure will take, so that nothing moves when it comes. */
function reserve(): void {
  const shown = chosen('view');
  poster.style.minHeight = `${heightOf(innerWidth, shown as Shown)}px`;
  element('coming').hidden = shown === 'samples';
}

function describe(): void {
  const known = pairs();
  const digits = isDigits(known);
  const card = built.cards.find(({ key }) => key === experimentKeyOf(known, built.viewKeys));
  if (card) element('title').textContent = card.title;
  element('about').textContent =
    card?.look ??
    `${digits ? 'A small neural network learns to write digits' : 'A model learns a cloud of points'}, and then, generation after generation, from what models made.`;
  element('picture').innerHTML = posterHtml(card, namesIn(known, 'loop'), built);
  button.textContent = `Run, ${megabytes(downloadOf(known, built.weights))} MB`;
  element<HTMLAnchorElement>('lab').href = `./?${printPairs(experimentPairs(known, built.viewKeys))}`;
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
    button.disabled = false;
    status.textContent = error instanceof Error ? error.message : String(error);
    throw error;
  });
  return app;
}

async function load(startedBy: EmbedBridge['startedBy']): Promise<Handler> {
  button.disabled = true;
  status.textContent = 'Loading…';
  await Promise.all([loadScript(fileAddress('engine.js')), loadScript(fileAddress('app.js'))]);
  const arrived = () => {
    poster.hidden = true;
  };
  const obey = globalThis.madLabStart?.({ query, startedBy, door, arrived });
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
      return (await start('host'))(command);
  }
}

const ask = (by: EmbedBridge['startedBy']) => void start(by).catch(() => undefined);

paint();
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', paint);
describe();
reserve();
addEventListener('resize', reserve);
reportHeight(door);
door.send({ type: 'ready' });
button.addEventListener('click', () => ask('reader'));
const starting = element('starting');
const works = starting.dataset.missing === undefined;
if (works) starting.remove();
button.hidden = !works;
element('lab').addEventListener('click', openLab);

const run = chosen('run');
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
