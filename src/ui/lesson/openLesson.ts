import { valuesIn } from '../../engine/query';
import { labStore } from '../../store/labStore';
import { queryHere, rewriteAddress } from '../../store/pageAddress';
import { fetchLesson, LESSON_IDS } from './bundled';
import { askedFor } from './doorWays';
import { lessonDoor } from './lessonDoor';
import { lessonStore, type Opening, openLesson } from './lessonStore';
import { ownNamed } from './ownNamed';
import { partIn, unpacked as unpackedAny, withoutPart } from './packing';
import { placeIn } from './placeHere';
import { packedIn, unpacked } from './workLink';

const DAMAGED = 'The work in this link can’t be read: part of it was lost or changed on its way. Ask for the link once more, or open the file.';

function giveUp(id: string, message: string): void {
  lessonDoor.setState({ isOpen: false, isBare: false });
  labStore.setState(({ notes }) => ({ notes: [...notes, { key: 'lesson', value: id, problem: message, message }] }));
}

/** What the fragment of an address brings: desk, group, and work. */
async function broughtBy(hash: string, lesson: string): Promise<Opening> {
  const place = placeIn(hash);
  const text = packedIn(hash);
  if (text === null) return { place };
  const work = await unpacked(text);
  if (!work) return { place, news: DAMAGED };
  if (work.lesson !== lesson) return { place, news: `The work in this link is of another lesson, “${work.lesson}”.` };
  return { place, brought: work, news: 'It goes on with the work of the link.' };
}

/** From here on the address holds none of it: a reload goes on with what was done since. */
function takeFromAddress(): void {
  const { pathname, search, hash } = location;
  const bare = withoutPart(withoutPart(hash, 'l'), 'a');
  if (bare !== hash) rewriteAddress(`${pathname}${search}${bare}`, history.state);
}

const NO_LESSON = 'The lesson in this link can’t be read: part of it was lost or changed on its way. Ask for the link once more, or for its file.';

/** Opens a whole lesson that a link holds. */
async function openPacked(packed: string, hash: string): Promise<void> {
  takeFromAddress();
  const [{ moduleIn, openOwn }, value] = await Promise.all([import('./ownLesson'), unpackedAny(packed)]);
  const found = value === null ? null : await moduleIn(JSON.stringify(value), true);
  if (!lessonDoor.getState().isOpen) return;
  if (!found || 'problems' in found) return giveUp('', NO_LESSON);
  openOwn(found.module, await broughtBy(hash, found.module.lesson.id));
}

/** Fetches a lesson and opens it; where there is none of that name, or none to be had, the page says so. */
async function openWith(id: string, hash: string): Promise<void> {
  takeFromAddress();
  const [module, opening] = await Promise.all([
    ownNamed(id)
      .then((own) => own ?? fetchLesson(id))
      .catch(() => undefined),
    broughtBy(hash, id),
  ]);
  // left while it was on its way, or for another
  if (!lessonDoor.getState().isOpen || (askedFor('lesson') ?? '') !== id) return;
  if (module === undefined) return giveUp(id, `The lesson “${id.slice(0, 40)}” could not be fetched. Reload the page when there is a connection.`);
  if (module === null) return giveUp(id, `There is no lesson “${id.slice(0, 40)}”. Lessons: ${LESSON_IDS.join(', ')}.`);
  const values = valuesIn(queryHere());
  openLesson(module, { ...opening, poe: values.get('poe') === 'off' ? 'off' : 'on', step: opening.brought ? null : (values.get('step') ?? null) });
}

/** A link that is put into the bar of a page that is there already changes nothing but its fragment. */
function followFragment(): void {
  const { hash } = location;
  const lesson = partIn(hash, 'l');
  if (lesson !== null) return void openPacked(lesson, hash);
  const id = askedFor('lesson');
  if (id !== null && packedIn(hash) !== null) void openWith(id, hash);
}

/** Opens the lesson that the address asks for, and follows its fragment; returns what ends that. */
export function openAsked(): () => void {
  addEventListener('hashchange', followFragment);
  const stop = () => removeEventListener('hashchange', followFragment);
  const { hash = '' } = lessonDoor.getState();
  const id = askedFor('lesson') ?? '';
  const packed = partIn(hash, 'l');
  // a file may have opened it, or it stands open behind the work of a class
  const { module } = lessonStore.getState();
  if (packed === null ? module?.lesson.id === id : module) return stop;
  if (packed === null) void openWith(id, hash);
  else void openPacked(packed, hash);
  return stop;
}
