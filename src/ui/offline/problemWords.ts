import type { Hindrance } from '../../offline/hindrance';
import type { StoringProblem } from '../../offline/messages';

interface ProblemWords {
  readonly what: string;
  readonly help: string;
  /** whether it may work in this place another time */
  readonly again: boolean;
}

const ONE_FILE = 'Or save the page as one HTML file (Export), which opens from disk.';

/** What went wrong, and what a reader can do. */
export const PROBLEM_WORDS: Record<Hindrance | StoringProblem, ProblemWords> = {
  file: {
    what: 'This page was opened from a file, and browsers keep only pages that come from a server.',
    help: 'A file needs no keeping: copy it to take it along.',
    again: false,
  },
  sandbox: {
    what: 'This page stands in a closed frame of another page, and nothing can be stored there.',
    help: 'Open it in a tab of its own, then try there.',
    again: false,
  },
  insecure: {
    what: 'This address begins with http, and browsers keep pages for offline only from https (or from localhost).',
    help: `Open the page under its https address. ${ONE_FILE}`,
    again: false,
  },
  unsupported: {
    what: 'This browser cannot keep pages for offline; private windows often cannot either.',
    help: `Try a normal window or another browser. ${ONE_FILE}`,
    again: false,
  },
  refused: {
    what: 'The browser’s settings forbid this page to store anything.',
    help: `Allow storage (“cookies and site data”) for this address, then try again. ${ONE_FILE}`,
    again: true,
  },
  quota: {
    what: 'There is not enough room left for this page in the browser’s storage.',
    help: 'Free some space on this computer, or delete stored data of other sites, then try again: it goes on where it stopped.',
    again: true,
  },
  network: {
    what: 'The connection broke, or something on the way answered in the server’s place.',
    help: 'When there is a connection, try again: it goes on where it stopped.',
    again: true,
  },
  changed: {
    what: 'The server no longer has some of these files: there may be a newer version of the page.',
    help: 'Reload the page (its link keeps the experiment), then try again.',
    again: true,
  },
};
