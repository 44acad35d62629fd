import { loopNamed } from '../../engine/loops/named';

/** A loop's name as headings have it; an id that no loop has stands for itself. */
export const loopName = (loop: string): string => loopNamed(loop)?.name ?? loop;

/** The same inside a sentence. */
export const quietName = (loop: string): string => loopName(loop).toLowerCase();

/** Its name where there is little room. */
export const shortName = (loop: string): string => loopNamed(loop)?.short ?? loop;
