import { useEffect } from 'react';
import { bringIntoView } from '../stage/bringIntoView';
import type { Chapter } from './chapters';

const CURVE = 'figure[data-timeline]';
/** These come by themselves: the page stays where the reader has it. */
const COME: readonly Chapter[] = ['running', 'lost', 'end', 'unharmed'];

/** Frames the curve where it is spoken of. What is spoken of is brought into view as the story begins, and where the reader goes on. */
export function useStoryMark(chapter: Chapter): void {
  useEffect(() => {
    if (COME.includes(chapter)) return;
    if (chapter !== 'curve') return bringIntoView('[data-run]');
    const curve = document.querySelector(CURVE);
    curve?.setAttribute('data-told', '');
    bringIntoView(CURVE);
    return () => curve?.removeAttribute('data-told');
  }, [chapter]);
}
