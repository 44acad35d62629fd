import { valuesIn } from '../../src/engine/query';
import { heightOf } from '../../src/frame/heights';
import { textOf } from '../../src/frame/textOf';
import { escapeXml } from '../../src/ui/plot/xml';

/** A page as other sites show it. */
export interface Shared {
  /** of its files: presets/og/<id>.png, oembed/<id>.json */
  readonly id: string;
  /** its address below the site's */
  readonly path: string;
  readonly title: string;
  readonly description: string;
  /** what its picture shows */
  readonly alt: string;
  /** of its experiment, with `v` */
  readonly query: string;
}

/** The size that Open Graph pictures have. */
export const OG_SIZE = { width: 1200, height: 630 } as const;
/** Of a frame in other pages. */
export const FRAME_WIDTH = 720;
/** They seldom hear its height: samples and their timeline fit in. */
const frameHeight = (query: string) => heightOf(FRAME_WIDTH, 'samples', textOf(valuesIn(query)) !== null);

const ogImage = (site: string, { id }: Shared) => `${site}presets/og/${id}.png`;
const oEmbedAddress = (site: string, { id }: Shared) => `${site}oembed/${id}.json`;

/** What stands in the head of a page whose site is known: canonical link, Open Graph, card, and where the oEmbed is. */
export function sharingTags(site: string, shared: Shared): string {
  const { path, title, description, alt } = shared;
  const property = (name: string, content: string) => `<meta property="${name}" content="${escapeXml(content)}" />`;
  return [
    `<link rel="canonical" href="${escapeXml(site + path)}" />`,
    property('og:type', 'website'),
    property('og:site_name', 'MAD Lab'),
    property('og:title', title),
    property('og:description', description),
    property('og:url', site + path),
    property('og:image', ogImage(site, shared)),
    property('og:image:type', 'image/png'),
    property('og:image:width', String(OG_SIZE.width)),
    property('og:image:height', String(OG_SIZE.height)),
    property('og:image:alt', alt),
    '<meta name="twitter:card" content="summary_large_image" />',
    `<link rel="alternate" type="application/json+oembed" href="${escapeXml(oEmbedAddress(site, shared))}" title="${escapeXml(title)}" />`,
  ].join('\n    ');
}

/** The oEmbed answer, version 1.0, type rich: a frame that runs the experiment when its reader asks. */
export function oEmbed(site: string, shared: Shared): Record<string, string | number> {
  const { title, query } = shared;
  const address = `${site}embed.html?${query}`;
  const height = frameHeight(query);
  return {
    version: '1.0',
    type: 'rich',
    title,
    provider_name: 'MAD Lab',
    provider_url: site,
    width: FRAME_WIDTH,
    height,
    html: `<iframe src="${escapeXml(address)}" title="${escapeXml(`${title}: live figure of MAD Lab`)}" width="${FRAME_WIDTH}" height="${height}" frameborder="0" style="width:100%;border:0" loading="lazy" sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox"></iframe>`,
    thumbnail_url: ogImage(site, shared),
    thumbnail_width: OG_SIZE.width,
    thumbnail_height: OG_SIZE.height,
  };
}
