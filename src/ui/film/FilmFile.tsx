import { useEffect, useRef, useState } from 'react';
import { thousands } from '../../format';
import { labStore } from '../../store/labStore';
import { useLab } from '../../store/useLab';
import { download } from '../files/download';
import type { Results } from '../files/results';
import buttons from '../forms/Buttons.module.css';
import { AltText } from './AltText';
import { filmOf } from './film';
import { chosen, filmable, MOST_PICTURES } from './filmChoice';
import { MOST_BYTES, makeGif, secondsOf } from './makeGif';
import { makeVideo, videoSeconds, whyNoVideo } from './makeVideo';

const kilobytes = (bytes: number) => `${thousands(Math.ceil(bytes / 1000))} kB`;

/** What is being made, or was. */
interface Said {
  readonly words: string;
  readonly isProblem?: true;
}

/** The run as a film: a GIF, and a video with its sound. */
export default function FilmFile({ results, name }: { results: Results; name: string }) {
  const preview = useLab((state) => (state.preview.status === 'ready' ? state.preview.preview : null));
  const [said, setSaid] = useState<Said>({ words: '' });
  const [alt, setAlt] = useState('');
  /** How far it is: not read out with every picture. */
  const [progress, setProgress] = useState('');
  const [stop, setStop] = useState<AbortController | null>(null);
  const pressed = useRef<HTMLElement | null>(null);
  const noVideo = useRef(whyNoVideo());
  const all = filmable(results.frames, preview);
  const count = chosen(all, MOST_PICTURES).length;

  // whoever closes the dialog wants no film
  useEffect(() => () => stop?.abort(), [stop]);
  // where Cancel was, there is nothing now
  useEffect(() => {
    if (stop === null && document.activeElement === document.body) pressed.current?.focus();
  }, [stop]);

  /** Makes a film of what is there now; what is computed meanwhile is not in it. */
  const make = async (button: HTMLElement, begins: string, work: (signal: AbortSignal) => Promise<string>) => {
    const controller = new AbortController();
    pressed.current = button;
    setStop(controller);
    setSaid({ words: begins });
    try {
      setSaid({ words: await work(controller.signal) });
      setAlt(filmOf({ results, preview, most: MOST_PICTURES })?.alt ?? '');
    } catch (error) {
      if (controller.signal.aborted) setSaid({ words: 'Cancelled: nothing was saved.' });
      else setSaid({ words: `No film was saved: ${error instanceof Error ? error.message : error}`, isProblem: true });
    }
    setProgress('');
    setStop(null);
  };

  const saveGif = async (signal: AbortSignal) => {
    const tell = (done: number, of: number, isAgain: boolean) =>
      setProgress(`${isAgain ? 'It was too large; once more, p' : 'P'}icture ${done} of ${of}.`);
    const made = await makeGif({ results, preview }, tell, signal);
    if (!made) return 'There is nothing to film.';
    const { film, gif, seconds } = made;
    download(`${name}.gif`, 'image/gif', new Blob([gif as Uint8Array<ArrayBuffer>], { type: 'image/gif' }));
    const pictures = film.generations.length;
    const fewer = pictures < count ? `, not ${count}, so that it stays under ${MOST_BYTES / 1e6}\u00a0MB` : '';
    return `Saved ${name}.gif: ${kilobytes(gif.length)}, ${pictures} pictures${fewer}, ${Math.round(seconds)} seconds.`;
  };

  const saveVideo = async (signal: AbortSignal) => {
    const tell = (left: number) => setProgress(`${left} s left.`);
    const { blob, ending, seconds } = await makeVideo({ results, preview, state: labStore.getState() }, tell, signal);
    download(`${name}.${ending}`, blob.type, blob);
    return `Saved ${name}.${ending}: ${kilobytes(blob.size)}, ${Math.round(seconds)} seconds, with sound.`;
  };

  const seconds = secondsOf(count).reduce((sum, one) => sum + one, 0);
  const isOff = stop !== null || count === 0;
  return (
    <>
      {count === 0 ? (
        <p>{nothingWords(results, preview !== null)}</p>
      ) : (
        <p>
          {`The run as a moving picture with its caption, seed and link, for mails, slides and pages that take no embed: ${filmedWords(count, all.length, all[0] === 0)}. The GIF moves for ${Math.round(seconds)} seconds, again and again, without sound, and has at most ${MOST_BYTES / 1e6}\u00a0MB.`}{' '}
          {noVideo.current === null
            ? `The video has the sound of Listen; recording it takes as long as watching it, ${videoSeconds(count)} seconds.`
            : `There is no video here: ${noVideo.current}.`}
        </p>
      )}
      <div className={buttons.buttons}>
        <button type="button" disabled={isOff} onClick={({ currentTarget }) => void make(currentTarget, 'Drawing the film.', saveGif)}>
          Save GIF
        </button>
        {noVideo.current === null && (
          <button
            type="button"
            disabled={isOff}
            onClick={({ currentTarget }) => void make(currentTarget, 'Recording. Keep this page in sight.', saveVideo)}
          >
            Save video with sound
          </button>
        )}
        {stop && (
          <button type="button" onClick={() => stop.abort()}>
            Cancel
          </button>
        )}
      </div>
      <p className="mute">
        <span role={said.isProblem ? 'alert' : 'status'}>{said.words}</span> {progress}
      </p>
      {alt !== '' && <AltText text={alt} />}
    </>
  );
}

/** Why there is no film. */
function nothingWords({ frames }: Results, hasPreview: boolean): string {
  if (frames.length === 0) return 'Once a run has begun, it can be saved as a moving picture with its caption, seed and link.';
  return hasPreview ? 'This file holds no samples that a film could show; its curves can be saved above.' : 'The real data are on their way.';
}

/** Which pictures it has. */
function filmedWords(count: number, all: number, hasReal: boolean): string {
  const generations = hasReal ? count - 1 : count;
  const real = hasReal ? 'the real data and ' : '';
  if (count < all) return `${real}${generations} of ${thousands(hasReal ? all - 1 : all)} generations, evenly`;
  return `${real}${generations === 1 ? 'the one generation' : `the ${generations} generations`} computed so far`;
}
