/**
 * where-it-stands.js, for the teachers' pages of a site whose address was not known when it was built: writes the addresses of the lab out, and
 * draws their QR codes, for the place where the page stands. On a disk or on this very computer no other device could follow them.
 */
import { codeOf } from '../ui/share/codeOf';

const SVG = 'http://www.w3.org/2000/svg';
const isOurOwn = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(location.hostname);

function element(name: string, attributes: Readonly<Record<string, string>>): SVGElement {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}

function draw(place: Element, link: string): void {
  const code = codeOf(link);
  if (!code) return;
  const side = String(code.size);
  const name = `QR code of ${place.getAttribute('data-of')}`;
  const svg = element('svg', { role: 'img', 'aria-label': name, viewBox: `0 0 ${side} ${side}`, 'shape-rendering': 'crispEdges' });
  svg.append(element('rect', { width: side, height: side, fill: '#fff' }), element('path', { d: code.outline }));
  place.replaceWith(svg);
}

if (/^https?:$/.test(location.protocol) && !isOurOwn) {
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a.address')) {
    link.textContent = link.href;
    const place = link.closest('.code')?.querySelector('.noCode');
    if (place) draw(place, link.href);
  }
}
