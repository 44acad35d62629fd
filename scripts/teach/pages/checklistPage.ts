import { escapeXml as html } from '../../../src/ui/plot/xml';
import { attribution, footLine, OURS } from '../licence';
import { paper } from '../paper';
import { labLink, type Place } from '../place';
import { teachWays } from './ways';

const TITLE = 'Before the lesson, and when something goes wrong';

/** To be ticked on the day before, in the room itself. */
const ROOM: readonly string[] = [
  'Open the lesson once on the school’s network, on one of the pupils’ devices, and press Run.',
  'Press “Keep for offline” in the page’s help, switch the network off, reload: the page opens. (Or have the single file on a stick.)',
  'Open it on the projector with theme=projector behind the address. At 1024 × 768 the question, the picture and the button stand on one screen.',
  'Read the QR code from the back row with an old telephone.',
  'Compare the version at the foot of the page (it stands there when no lesson is open) with that of your printed guide: then its numbers are those of all desks.',
  'Keep predictions to yourself until you ask for them: first hands, then Run.',
  'Try “Save my work” once, as link and as file, and open what was saved.',
  'Have the key on paper, and closed on every screen.',
];

const TROUBLE: readonly (readonly [string, string])[] = [
  [
    'The page stays blank, or is blocked',
    'Use the single file: it needs no network and no server. For the filter: the page asks nothing of any other host; it needs files that end in .html, .js, .css, .wasm, .bin, .svg and .json from its own.',
  ],
  [
    'It is slow',
    'Close other tabs and programs. Points run on any computer; digits take a fast one or patience. One run on the projector is as good as thirty.',
  ],
  [
    'Two desks see different numbers',
    'Compare the whole address, letter by letter, then the version at the foot of the page (without a lesson): a copy kept for offline may be an older one. Same link and same version give the same numbers; where they do not, that is a fault of ours.',
  ],
  ['Run is grey', 'That is meant: predict first. “Teacher” below the step opens it, and the pupil’s saved work says so.'],
  [
    'Work is gone after signing out',
    'Some school computers forget everything at the end. Open the link or the file that “Save my work” made. What was not saved is not anywhere: nothing is sent.',
  ],
  ['Somebody pressed the browser’s back button', 'Forward brings the lesson back, with what was written.'],
  [
    'The projector washes the picture out',
    'theme=projector behind the address has stronger colours and larger type. Draw the curtains before you change anything else.',
  ],
  ['There is no sound', 'None is needed.'],
  ['There are no devices', 'One projector and the worksheet do: pupils predict on paper, you press Run. Without a projector: the game of slips.'],
];

/** One page for the room: what to try on the day before, and what to do when it does not work. */
export function checklistPage(place: Place): string {
  const single = place.isPacked
    ? ''
    : `<p>The single file: <a href="${html(labLink(place, 'mad-lab.html'))}">mad-lab.html</a>, to be saved on a stick. Lessons stand in it, too.</p>`;
  return paper({
    title: `${TITLE} · MAD Lab`,
    description: 'What to try before a lesson with MAD Lab, and what to do when something goes wrong.',
    place,
    kind: 'checklist',
    ways: teachWays(place),
    body: `      <h1>${TITLE}</h1>
      <h2>On the day before, in the room</h2>
      <ul class="options">${ROOM.map((line) => `<li><i class="box"></i> ${html(line)}</li>`).join('')}</ul>
      ${single}
      <h2>When something goes wrong</h2>
      <dl>${TROUBLE.map(([what, remedy]) => `<dt>${html(what)}</dt><dd>${html(remedy)}</dd>`).join('')}</dl>`,
    foot: footLine(attribution(TITLE, OURS, place.site)),
  });
}
