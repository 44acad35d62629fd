import * as v from 'valibot';
import { type Work, workSchema } from '../../lessons/work';
import { pageOf } from '../../store/pageAddress';
import { packed as packedValue, partIn, unpacked as unpackedValue, withoutPart } from './packing';

/** Work in the fragment of a link, `#a=`; null where this browser can't. */
export const packed = (work: Work): Promise<string | null> => packedValue(work);

/** null where it did not arrive whole, or is none. */
export async function unpacked(text: string): Promise<Work | null> {
  const read = v.safeParse(workSchema, await unpackedValue(text));
  return read.success ? read.output : null;
}

/** What a fragment holds under `a`, as it is written; null without one. */
export const packedIn = (hash: string): string | null => partIn(hash, 'a');

/** The fragment without it. */
export const withoutPacked = (hash: string): string => withoutPart(hash, 'a');

const place = ({ group, desk }: Work): string => [group && `group=${encodeURIComponent(group)}&`, desk && `desk=${desk}&`].filter(Boolean).join('');

/** The link of a lesson for this desk and group, with no work in it. @param own as in `linkOfWork` */
export const linkOfLesson = (work: Work, own?: string | null): string | null => {
  if (own === null) return null;
  const behind = own === undefined ? place(work) : `${place(work)}l=${own}`;
  return `${pageOf(location)}${own === undefined ? `?lesson=${work.lesson}` : ''}${`#${behind}`.replace(/[#&]$/, '')}`;
};

/**
 * The link that goes on with some work. Its query has nothing of it but the lesson.
 * @param own the lesson, packed, where it does not come with the page; null where this browser can't pack it
 */
export async function linkOfWork(work: Work, own?: string | null): Promise<string | null> {
  const text = await packed(work);
  if (text === null || own === null) return null;
  return own === undefined
    ? `${pageOf(location)}?lesson=${work.lesson}#${place(work)}a=${text}`
    : `${pageOf(location)}#${place(work)}l=${own}&a=${text}`;
}
