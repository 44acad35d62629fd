import { escapeXml as html } from '../../src/ui/plot/xml';
import { codeOf } from '../../src/ui/share/codeOf';

/** Where a page of the teachers' part stands. */
export interface Place {
  /** the way from the page to the lab: "../../" */
  readonly home: string;
  /** the site's address with a slash at its end; null where it is not known when the page is made */
  readonly site: string | null;
  /** in a pack on a disk nothing stands beside the page but the rest of the pack */
  readonly isPacked: boolean;
}

/** The lab with this query, as a link's target. */
export const labLink = ({ home, site, isPacked }: Place, query: string): string => `${isPacked ? (site ?? '') : home}${query}`;

/** The same to be typed. Without a site the page's script puts in where it stands (`src/teach/whereItStands.ts`). */
const typed = ({ site }: Place, query: string): string => `${site ?? 'the address of MAD Lab, then '}${query}`;

/** What opens the lab, as a link that can be typed. */
export const address = (place: Place, query: string): string =>
  place.isPacked && place.site === null
    ? `<span class="address">${html(typed(place, query))}</span>`
    : `<a class="address" href="${html(labLink(place, query))}" data-query="${html(query)}">${html(typed(place, query))}</a>`;

/** The link as a code for a camera, above its address. Where no site is known, the script draws it; where there is none either, its place says so. */
export function code(place: Place, query: string, of: string): string {
  const drawn = place.site === null ? null : codeOf(place.site + query);
  const figure = drawn
    ? `<svg role="img" aria-label="QR code of ${html(of)}" viewBox="0 0 ${drawn.size} ${drawn.size}" shape-rendering="crispEdges"><rect width="${drawn.size}" height="${drawn.size}" fill="#fff"/><path d="${drawn.outline}"/></svg>`
    : `<span class="noCode" data-of="${html(of)}">The QR code stands here when this page is opened at the address where your class opens MAD Lab.</span>`;
  return `<figure class="code">${figure}<figcaption>${address(place, query)}</figcaption></figure>`;
}
