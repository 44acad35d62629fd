import { createHash } from 'node:crypto';

const META = /\n? *<meta http-equiv="Content-Security-Policy" content="[^"]*" \/>/;

/** A text of an inline script or style, as a policy allows it. */
export const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** What stands in the script or style elements of a page, those that load a file left out. */
export const inlineTexts = (page: string, element: 'script' | 'style'): string[] =>
  [...page.matchAll(new RegExp(`<${element}(?![^>]*\\ssrc=)[^>]*>(.*?)</${element}>`, 'gs'))].map(([, text]) => text);

/** A page with a policy at its head, before anything that it is to hold for; in place of an older one. */
export function withPolicy(page: string, directives: readonly string[]): string {
  const meta = `<meta http-equiv="Content-Security-Policy" content="${directives.map((directive) => directive.trim()).join('; ')}" />`;
  const told = page.replace(META, '').replace('<meta charset="utf-8" />', (charset) => `${charset}\n    ${meta}`);
  if (!told.includes(meta)) throw new Error('a page has no <meta charset="utf-8" />, behind which its policy stands');
  return told;
}
