/**
 * The inline script of embed.html: all that runs before the reader asks. It shows the poster, tells the host its height, and on a click
 * loads the app as classic scripts, which is what a sandboxed frame of any static host allows.
 */
import { fileAddress } from '../files/classicFiles';
import type { EmbedBridge } from './bridge';
import { downloadOf, megabytes, type Weights } from './download';
import { reportHeight } from './height';
import { posterHtml } from './poster';
import { experimentKeyOf, pairsOf, presetCards } from './presetCards';

declare const __WEIGHTS__: Weights;

const element = <Kind extends HTMLElement>(id: string) => document.getElementById(id) as Kind;
const [poster, button, status] = [element('poster'), element<HTMLButtonElement>('run'), element('status')];

const query = location.search;
const pairs = pairsOf(query);
const digits = pairs.get('model') === 'vae' || pairs.get('dataset') === 'digits';

function paint(): void {
  const theme = pairs.get('theme') ?? 'auto';
  const dark = theme === 'dark' || (theme !== 'light' && theme !== 'projector' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.dataset.theme = dark ? 'dark' : 'light';
  document.documentElement.toggleAttribute('data-projector', theme === 'projector');
}

function describe(): void {
  const card = presetCards.find(({ key }) => key === experimentKeyOf(pairs));
  if (card) element('title').textContent = card.title;
  element('about').textContent =
    card?.look ??
    `${digits ? 'A small neural network learns to write digits' : 'A model learns a cloud of points'}, and then, generation after generation, from what models made.`;
  element('picture').innerHTML = posterHtml(card, (pairs.get('loop') ?? '').split(',').filter(Boolean));
  button.textContent = `Run, ${megabytes(downloadOf(pairs, __WEIGHTS__))}`;
  element<HTMLAnchorElement>('lab').href = `./${query}`;
}

/** A classic script of ours; rejects where it can't be loaded. */
function loadScript(address: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = address;
    script.onload = () => resolve();
    script.onerror = () => {
      script.remove();
      reject(new Error(address));
    };
    document.head.append(script);
  });
}

let loading = false;

async function start(startedBy: EmbedBridge['startedBy']): Promise<void> {
  if (loading) return;
  loading = true;
  button.disabled = true;
  status.textContent = 'Loading…';
  try {
    // in this order only the last one needs the others
    await Promise.all([loadScript(fileAddress('engine.js')), loadScript(fileAddress('app.js'))]);
    globalThis.madLabStart?.({
      query,
      startedBy,
      arrived() {
        poster.hidden = true;
      },
    });
  } catch {
    loading = false;
    button.disabled = false;
    status.textContent = 'It could not be loaded. Check the connection, then press Run again.';
  }
}

paint();
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', paint);
describe();
reportHeight();
button.addEventListener('click', () => void start('reader'));

const run = pairs.get('run');
if (run === 'auto') void start('address');
if (run === 'visible') {
  const sight = new IntersectionObserver(
    (entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      sight.disconnect();
      void start('address');
    },
    { threshold: 0.5 },
  );
  sight.observe(button);
}
