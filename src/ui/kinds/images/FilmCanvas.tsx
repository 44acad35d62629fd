import { useEffect, useRef } from 'react';
import type { Frame } from '../../../results/frame';
import type { Followed } from '../../../store/followed';
import { createScheduler, pageClock } from '../../charts/scheduler';
import { useDark } from '../useDark';
import { drawFilm, type FilmDrawn } from './drawFilm';
import { imagesOf } from './generations';

/** One film an animation frame: all of them together would be a long task. */
const filmScheduler = createScheduler(pageClock, 0);

interface FilmCanvasProps {
  readonly loop: string;
  readonly frames: readonly Frame[];
  readonly followed: Followed;
  readonly differs: boolean;
  readonly label: string;
}

export function FilmCanvas({ loop, frames, followed, differs, label }: FilmCanvasProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const dark = useDark();
  const drawn = useRef<FilmDrawn | null>(null);
  useEffect(() => {
    const film = {
      redraw() {
        if (!canvas.current) return;
        const next = { images: frames.map((frame) => imagesOf(frame, loop)), followed, dark, differs };
        drawFilm(canvas.current, next, drawn.current);
        drawn.current = next;
      },
    };
    filmScheduler.ask(film);
    return () => filmScheduler.forget(film);
  }, [frames, loop, followed, dark, differs]);
  return <canvas ref={canvas} role="img" aria-label={label} data-frames={frames.length} data-film={loop} />;
}
