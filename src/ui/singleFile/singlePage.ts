import { kindOf } from '../../engine/chosen';
import { type ImageSet, imageSetOf } from '../../engine/datasets/imageSets';
import type { Experiment } from '../../engine/experiment';
import { classicFile } from '../../files/classicFiles';

/** What a page in one file holds beside the page itself. */
export interface SingleFile {
  /** of the experiment that it opens with */
  readonly query: string;
  /** the text of its reader's own, as links have it; '' = none */
  readonly text: string;
  /** the page that its links lead to; '' = none is known */
  readonly home: string;
  /** classic scripts, each with one file */
  readonly files: readonly string[];
}

/** Size of mad-lab.html, MB; the build holds it to that. */
export const WHOLE_FILE_MB = 17;

/** Code, as classic scripts beside the page. */
const CODE = ['tensors-wasm.js', 'tfjs-backend-wasm-simd.wasm', 'tfjs-backend-wasm.wasm'];

/** Images and their classifier, as the page itself fetches them. */
const filesOfSet = ({ classifier, shards, path }: ImageSet): string[] => [
  classifier,
  ...(['train', 'test'] as const).flatMap((half) => Array.from({ length: shards[half] }, (_, shard) => path(half, shard))),
];

/** Texts, as the page itself fetches them. */
export const TEXT_FILES = ['names', 'moby-dick', 'addresses'].map((id) => `texts/${id}.bin`);

/** What an experiment needs beyond what points need. */
interface Needs {
  readonly code: readonly string[];
  readonly data: readonly string[];
}

/** All that images need beyond what points need. */
export const filesOf = (sets: readonly ImageSet[]): string[] => [...CODE, ...sets.flatMap(filesOfSet)];

function needsOf(experiment: Experiment): Needs {
  if (kindOf(experiment).id === 'images') return { code: CODE, data: filesOfSet(imageSetOf(experiment)) };
  return { code: [], data: TEXT_FILES.filter((path) => path === `texts/${experiment.dataset}.bin`) };
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

/** The page that stands alone, from the one that the build made. */
export function fillPage(page: string, { query, text: own, home, files }: SingleFile): string {
  const metas = [
    `<meta name="mad-lab-query" content="${escaped(query)}" />`,
    ...(own === '' ? [] : [`<meta name="mad-lab-text" content="${escaped(own)}" />`]),
    ...(home === '' ? [] : [`<meta name="mad-lab-home" content="${escaped(home)}" />`]),
  ];
  return page
    .replace('<!-- mad-lab -->', () => metas.join('\n    '))
    .replace('<!-- files -->', () => files.map((code) => `<script>${code}</script>`).join('\n'));
}

async function textAt(address: string): Promise<string> {
  const response = await fetch(address).catch(() => null);
  if (!response?.ok) throw new Error(`${address} could not be loaded. Check the connection, then try again.`);
  return response.text();
}

/** In base64, encoded by the browser aside from the page's own thread. */
async function base64Of(address: string): Promise<string> {
  const response = await fetch(address).catch(() => null);
  if (!response?.ok) throw new Error(`${address} could not be loaded. Check the connection, then try again.`);
  const blob = await response.blob();
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).replace(/^.*,/, ''));
    reader.onerror = () => reject(new Error(`${address} could not be read.`));
    reader.readAsDataURL(blob);
  });
}

/**
 * The page in one file that runs from disk, with what an experiment needs.
 * @param tell how many of how many files are there
 */
export async function makeSinglePage(
  experiment: Experiment,
  { query, text: own, home }: Omit<SingleFile, 'files'>,
  tell: (done: number, of: number) => void,
): Promise<Blob> {
  const { code, data } = needsOf(experiment);
  const of = 1 + data.length + code.length;
  let done = 0;
  const counted = async <Value>(value: Promise<Value>) => {
    const got = await value;
    tell(++done, of);
    return got;
  };
  const page = await counted(textAt('./single/page.html'));
  const files: string[] = [];
  for (const path of code) files.push(await counted(textAt(`./embed/${path.replace(/\.js$/, '')}.js`)));
  for (const path of data) files.push(classicFile(path, await counted(base64Of(`./${path}`))));
  return new Blob([fillPage(page, { query, text: own, home, files })], { type: 'text/html' });
}
