/**
 * The names and values of a link's query, whatever happened to it on its way: chat apps append punctuation, content managers escape `&` as
 * HTML, mailers and redirects encode once more, analytics add keys of their own. No value of ours has a `%`, `&` or `?` in it and none ends in
 * punctuation, so all of that can be undone without knowing the keys; what a value may be and how it may be spelt is `experimentText.ts`'s
 * business. Page, embed (its inline script too), element and build read links by this alone. (The engine knows no URLSearchParams.)
 */
import { plainName } from './names';

export type Pair = readonly [name: string, value: string];

/** Characters that are read: a browser's address holds no more than a few times this. */
export const LONGEST_QUERY = 300_000;
/** how often a link may have been encoded */
const MOST_DECODINGS = 4;

const CUT_ESCAPE = /%(?![\da-f]{2})[\da-f]?/gi;
const ESCAPE = /%[\da-f]{2}/i;
/** `?` too: analytics put it before their keys, whether there is one already or not. */
const SEPARATOR = /[&?]/;
const ESCAPED_AMPERSAND = /^\s*(#?(amp|0*38|x0*26);\s*)+/i;
/** `&quot;` and its like behind a link */
const STRAY_ENTITY = /^#?\w{1,8};[^=]*$/;
const UNSEEN = /[\r\n\t\u00AD\u200B\u200C\u200E\u200F\u2028\u2029\u2060\uFEFF]/g;

/** Keys that analytics and sharing add. None of ours may ever have such a name. */
const TRACKER =
  /^((utm|hsa|vero|oly|pk|mtm|piwik|matomo|_branch)_\w+|(fb|g|d|ms|tw|tt|y|ys|sc)clid|gclsrc|[gw]braid|li_fat_id|rdt_cid|epik|igshi?d?|mc_[ce]id|_g(a|l|ac)|_hs(enc|mi)|__hs\w+|__s|mkt_tok|s_cid|wt_mc|cmpid|trk|ref|ref_?(src|url)|referrer|si|spm|sfnsn|mibextid|ncid|cvid|feature|source|share(_id)?)$/i;

function decode(text: string): string {
  const whole = text.replace(CUT_ESCAPE, '');
  try {
    return decodeURIComponent(whole);
  } catch {
    return whole.replace(/(%[\da-f]{2})+/gi, (escapes) => {
      try {
        return decodeURIComponent(escapes);
      } catch {
        return '\uFFFD';
      }
    });
  }
}

/** Decoded as often as it takes, but no further than to a separator: a whole query is in there. */
function decodeAll(text: string): string {
  let decoded = decode(text);
  for (let i = 1; i < MOST_DECODINGS && ESCAPE.test(decoded) && !SEPARATOR.test(decoded); i++) decoded = decode(decoded);
  return decoded;
}

/** Without what no value ends with. Points, and links that end with points, may end in - or _. */
function bare(value: string, endsInPoints: boolean): string {
  const seen = value.replace(UNSEEN, '');
  const belongs = endsInPoints ? /[\w-]/ : /[a-z\d]/i;
  const opened = `${seen.includes('[') ? ']' : ''}${seen.includes('(') ? ')' : ''}`;
  let end = seen.length;
  while (end > 0 && !belongs.test(seen[end - 1]) && !opened.includes(seen[end - 1])) end--;
  return seen.slice(0, end).trimStart();
}

function pairOf(piece: string, depth: number): Pair[] {
  const at = piece.indexOf('=');
  const written = at < 0 ? piece : piece.slice(0, at);
  // a separator in a name: the query was encoded as a whole
  if (depth < MOST_DECODINGS && /%(25)*(3d|3f|26)/i.test(written)) return pairsIn(decode(piece), depth + 1);
  const name = decodeAll(written).replace(UNSEEN, '').replace(ESCAPED_AMPERSAND, '').trim();
  const value = at < 0 ? '' : piece.slice(at + 1);
  const isTracker = TRACKER.test(name);
  // a tracker may hold an address with keys of its own
  if ((isTracker && !value.includes('=')) || (at < 0 && STRAY_ENTITY.test(name))) return [];
  const plain = plainName(name);
  // its value is a query, to be read by itself
  if (plain === 'compare') return [[name, bare(decode(value), true)]];
  // whatever a reader writes, marks and ends of lines included
  if (plain === 'text') return [[name, decode(value)]];
  const decoded = decodeAll(value);
  const end = decoded.search(SEPARATOR);
  const own = bare(decodeAll(end < 0 ? decoded : decoded.slice(0, end)), plain === 'points');
  const others = end < 0 ? [] : pairsIn(decoded.slice(end + 1), depth + 1);
  return name === '' || isTracker ? others : [[name, own], ...others];
}

const pairsIn = (query: string, depth: number): Pair[] =>
  depth > MOST_DECODINGS ? [] : query.split(SEPARATOR).flatMap((piece) => pairOf(piece, depth));

/** The pairs of a query in their order, names as they are spelt. */
export const readQuery = (query: string): Pair[] => pairsIn(query.slice(0, LONGEST_QUERY).replaceAll('+', ' '), 0);

/** The values of a query by the plain names of their keys; of a key that comes twice, however it is spelt, the last one counts. */
export const valuesIn = (query: string): Map<string, string> => new Map(readQuery(query).map(([name, value]) => [plainName(name), value]));

/** A query of these pairs. */
export const printPairs = (pairs: readonly Pair[]): string =>
  pairs.map((pair) => pair.map((part) => encodeURIComponent(part).replace(/%(3A|3B|2C|3D)/g, decodeURIComponent)).join('=')).join('&');

/** The query of an address. Where `&` became `&#038;` the browser takes the rest for a fragment. */
export function queryOf(href: string): string {
  const [address, ...fragments] = href.split('#');
  const start = address.indexOf('?');
  const cut = fragments.findIndex((fragment) => !/^(0*38|x0*26);/i.test(fragment));
  const rest = cut < 0 ? fragments : fragments.slice(0, cut);
  return start < 0 ? '' : [address.slice(start + 1), ...rest].join('#');
}
