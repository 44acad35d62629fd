import process from 'node:process';

/**
 * Where the site will stand, with a slash at its end: `SITE_URL`, or null where none is set. Only what other sites read hangs on it
 * (canonical links, Open Graph, oEmbed): everything else is relative, and works anywhere.
 */
export function siteUrl(text: string | undefined = process.env.SITE_URL): string | null {
  if (text === undefined || text.trim() === '') return null;
  const refuse = (why: string): never => {
    throw new Error(`SITE_URL=${text} ${why}. It is the address of the folder, as https://example.org/mad-lab/.`);
  };
  if (!URL.canParse(text)) return refuse('is no address');
  const url = new URL(text);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return refuse('begins neither with https: nor with http:');
  if (/[?#]/.test(text)) return refuse('has a query or a hash');
  if (url.username !== '' || url.password !== '') return refuse('has a name or a password in it');
  return url.href.endsWith('/') ? url.href : `${url.href}/`;
}
