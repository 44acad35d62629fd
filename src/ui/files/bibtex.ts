import { experimentLine } from '../text/experimentLine';
import type { Results } from './results';

/** Marks that LaTeX takes for its own, outside addresses. */
const escaped = (text: string) =>
  text
    .replaceAll(/[\\{}]/g, '')
    .replaceAll(/[&%$#_]/g, String.raw`\$&`)
    .replaceAll('λ', String.raw`$\lambda$`)
    .replaceAll('→', 'to');

/** The run as an entry for BibTeX, with the link that computes it again. */
export function bibtexOf({ experiment, frames, version, backend, link, exported }: Results): string {
  const how = experimentLine(experiment).replace(/\.$/, backend === null || frames.length === 0 ? '' : `; computed on ${backend}`);
  return `@misc{madlab-${experiment.model}-seed-${experiment.seed},
  author = {{MAD Lab contributors}},
  title = {{MAD Lab}: model autophagy, live in the browser},
  year = {${exported.slice(0, 4)}},
  note = {Version ${version}. ${escaped(how)}},
  url = {${link}},
  urldate = {${exported}}
}
`;
}
