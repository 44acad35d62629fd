import { type Experiment, SCHEMA } from '../../engine/experiment';
import { linkOf } from '../../store/addressBar';
import { fragmentOf } from '../../store/desk';
import { withKey } from '../../store/pageAddress';
import { type ClassChoice, untouchable } from './classTouch';

interface ClassLinks {
  readonly pupils: string;
  readonly teacher: string;
  /** the pupils' link on the card of a desk */
  readonly ofDesk: (desk: number) => string;
}

const BARE = { hide: null, lock: null, theme: null };

function linkWith(link: string, keys: Readonly<Record<string, string | null>>): string {
  const at = link.indexOf('?');
  return link.slice(0, at) + Object.entries(keys).reduce((query, [key, value]) => withKey(query, key, value), link.slice(at));
}

/**
 * The links of a class: what the teacher's own page hides, locks and looks like does not come into them. Each desk with a seed of its own: the
 * link ends with `#desk=`, behind which its number comes, and the page asks for a number that does not come.
 */
export function classLinks(experiment: Experiment, location: Pick<Location, 'href'>, choice: ClassChoice): ClassLinks {
  const names = untouchable(choice).join(',');
  const seeded = choice.desks ? { ...experiment, seed: SCHEMA.seed.fallback() } : experiment;
  const bound = linkWith(linkOf(seeded, location), { ...BARE, ...(names !== '' && { [choice.rest]: names }) });
  return {
    pupils: bound + fragmentOf(choice.desks ? 'asked' : null, seeded),
    teacher: linkWith(linkOf(experiment, location), { ...BARE, theme: 'projector' }) + fragmentOf(null, experiment),
    ofDesk: (desk) => bound + fragmentOf(desk, { ...seeded, seed: desk }),
  };
}
