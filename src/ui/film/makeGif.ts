import { inStretches } from '../files/inStretches';
import { type Film, type FilmOf, filmOf } from './film';
import { MOST_PICTURES } from './filmChoice';
import { type Encoded, encodeGif } from './gif/encodeGif';
import { createPainter, readsTrue } from './paintFilm';

/** A GIF has at most so many bytes: more is too much for a mail. */
export const MOST_BYTES = 3e6;

/**
 * Seconds of a picture; of the first and the last one. Five pictures a second: whatever they show, nothing can flash more often than two and a half
 * times a second, and three is what WCAG 2.3.1 allows.
 */
const SECONDS = 0.2;
const FIRST = 1;
const LAST = 3;

/** How long each of so many pictures stands. */
export const secondsOf = (count: number): readonly number[] =>
  Array.from({ length: count }, (_, i) => (i === count - 1 ? LAST : i === 0 ? FIRST : SECONDS));

/** A GIF of a run, and the film that it shows. */
interface Made {
  readonly film: Film;
  readonly gif: Uint8Array;
  readonly seconds: number;
}

/** Colours of a film, and of one that would be too long with them. */
const COLOURS = 255;
const FEW_COLOURS = 63;
/** Fewer pictures than would have room: words below them become others, too. */
const SAFE = 0.97;

/** The same of any film, whoever draws it; where it is too many bytes first with fewer colours, then with fewer pictures. */
export async function fitted(
  make: (most: number) => Film | null,
  encode: (film: Film, seconds: readonly number[], colours: number) => Promise<Encoded>,
): Promise<Made | null> {
  for (let [most, colours] = [MOST_PICTURES, COLOURS]; ; ) {
    const film = make(most);
    if (!film) return null;
    const seconds = secondsOf(film.generations.length);
    const encoded = await encode(film, seconds, colours);
    if ('gif' in encoded) return { film, gif: encoded.gif, seconds: seconds.reduce((sum, one) => sum + one, 0) };
    if (colours > FEW_COLOURS) colours = FEW_COLOURS;
    else {
      most = Math.min(film.generations.length - 1, Math.floor(encoded.room * SAFE));
      if (most < 2) throw new Error('even two pictures of this run are more than 3 MB');
    }
  }
}

/**
 * The run as a GIF of at most 3 MB.
 * @param tell is told how many of how many pictures are drawn, and whether that is another try
 */
export function makeGif(
  of: Omit<FilmOf, 'most'>,
  tell: (done: number, of: number, isAgain: boolean) => void,
  signal: AbortSignal,
): Promise<Made | null> {
  if (!readsTrue()) {
    throw new Error(
      'this browser lets no page read what it has drawn, as a protection against being recognised. Allow it for this page (canvas data), and try again.',
    );
  }
  let tries = 0;
  return fitted(
    (most) => filmOf({ ...of, most }),
    (film, seconds, colours) => {
      tries++;
      const painter = createPainter(film);
      const { width, height, comment } = film;
      function* draw(at: number) {
        yield* painter.paint(at);
        return painter.pixels();
      }
      let done = 0;
      const work = encodeGif({ width, height, seconds, comment, draw }, { bytes: MOST_BYTES, colours }, (drawn) => {
        done = drawn;
      });
      return inStretches(work, () => tell(done, seconds.length, tries > 1), signal);
    },
  );
}
