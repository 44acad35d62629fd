import { catalogue } from '../../engine/catalogue';

/** A loop's name as headings have it; an id that no loop has stands for itself. */
export const loopName = (loop: string): string => catalogue.loops.find(({ id }) => id === loop)?.name ?? loop;

/** The same inside a sentence. */
export const quietName = (loop: string): string => loopName(loop).toLowerCase();

/** Its name where there is little room. */
export const shortName = (loop: string): string => catalogue.loops.find(({ id }) => id === loop)?.short ?? loop;
