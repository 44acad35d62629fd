import type { Sound } from '../../sound/render';
import { soundOf } from '../../sound/runSound';
import type { LabState } from '../../store/state';
import { inStretches } from '../files/inStretches';
import { beatAt } from '../listen/heard';
import { createPlayer } from '../listen/player';
import { FILE_BEAT } from '../listen/runBeats';
import { type Film, type FilmOf, filmOf } from './film';
import { MOST_PICTURES } from './filmChoice';
import { createPainter } from './paintFilm';
import { withLength } from './webmLength';

/** What browsers record, the better known first; Safari has the last one alone. */
const TYPES = [
  { type: 'video/webm;codecs=vp9,opus', ending: 'webm' },
  { type: 'video/webm;codecs=vp8,opus', ending: 'webm' },
  { type: 'video/mp4', ending: 'mp4' },
] as const;

/** Pixels of the video for each of the film’s. */
const SCALE = 2;
const PICTURE_BITS = 2_500_000;
const SOUND_BITS = 128_000;
/** Seconds that the last picture stands after its beat: its notes ring out. */
const RING = 0.8;
/** Pictures are given to the recorder so often, new or not, ms: one that never comes has no length. */
const TICK_MS = 100;

/** A second of sound alone is more than this. */
const LEAST_BYTES = 2000;

const typeHere = () => TYPES.find(({ type }) => MediaRecorder.isTypeSupported(type));

/** Why this browser records no film with sound; null where it does. */
export function whyNoVideo(): string | null {
  if (!('MediaRecorder' in globalThis)) return 'this browser has no MediaRecorder';
  if (!('captureStream' in HTMLCanvasElement.prototype)) return 'this browser records no pictures that a page draws';
  if (!('AudioContext' in globalThis)) return 'this browser makes no sounds';
  return typeHere() ? null : 'this browser records neither WebM nor MP4';
}

/** How long a video of so many pictures is: each stands for a beat. */
export const videoSeconds = (pictures: number): number => Math.ceil(pictures * FILE_BEAT + RING);

interface Video {
  readonly blob: Blob;
  readonly ending: string;
  readonly seconds: number;
}

interface VideoOf extends Omit<FilmOf, 'most'> {
  readonly state: LabState;
}

/** Resolves when the page is in sight again. */
const whenSeen = () =>
  new Promise<void>((resolve) => {
    if (!document.hidden) return resolve();
    document.addEventListener('visibilitychange', () => resolve(), { once: true });
  });

/** Until the next picture comes, or something has to be drawn again. */
const rest = (ms: number) => new Promise((resolve) => setTimeout(resolve, Math.min(TICK_MS, ms)));

interface Recording {
  readonly context: AudioContext;
  readonly type: string;
  readonly seconds: number;
}

/** A screen that nobody sees, for the recorder: pictures come on it whole, each painted before its time. */
function createScreen(film: Film, signal: AbortSignal) {
  const painter = createPainter(film, SCALE);
  const last = film.generations.length - 1;
  const screen = document.createElement('canvas');
  Object.assign(screen, { width: painter.canvas.width, height: painter.canvas.height });
  const pen = screen.getContext('2d', { alpha: false });
  let painted = -1;
  const paint = async (picture: number) => {
    await inStretches(painter.paint(picture), () => {}, signal);
    painted = picture;
  };
  return {
    screen,
    /** Shows the picture of a beat. A recorder takes what is drawn, so something is, also where nothing is new. */
    async show(picture: number): Promise<void> {
      const wanted = Math.min(last, picture);
      if (painted > wanted) return pen?.drawImage(screen, 0, 0, 1, 1, 0, 0, 1, 1);
      if (painted < wanted) await paint(wanted);
      pen?.drawImage(painter.canvas, 0, 0);
      if (wanted < last) await paint(wanted + 1);
    },
  };
}

/** Plays film and sound once, for the recorder alone. */
async function recorded(
  film: Film,
  sound: Sound,
  { context, type, seconds }: Recording,
  tell: (left: number) => void,
  signal: AbortSignal,
): Promise<Blob> {
  const { screen, show } = createScreen(film, signal);
  await show(0);
  const ear = context.createMediaStreamDestination();
  const stream = new MediaStream([...screen.captureStream().getVideoTracks(), ...ear.stream.getAudioTracks()]);
  const recorder = new MediaRecorder(stream, { mimeType: type, videoBitsPerSecond: PICTURE_BITS, audioBitsPerSecond: SOUND_BITS });
  const parts: Blob[] = [];
  recorder.ondataavailable = ({ data }) => parts.push(data);
  const ended = new Promise<void>((resolve) => {
    recorder.onstop = () => resolve();
  });
  const player = createPlayer(context, ear);
  await whenItRuns(context);
  try {
    recorder.start();
    player.play(sound);
    const from = player.now();
    for (let at = 0; at < seconds; at = player.now() - from) {
      await show(Math.floor(at / FILE_BEAT));
      tell(Math.ceil(seconds - at));
      await rest(1000 * (FILE_BEAT - (at % FILE_BEAT)));
      signal.throwIfAborted();
      if (recorder.state === 'inactive') throw new Error('the browser ended the recording');
      if (document.hidden) await restUntilSeen(recorder, context);
    }
  } finally {
    if (recorder.state !== 'inactive') recorder.stop();
    for (const track of stream.getTracks()) track.stop();
  }
  await ended;
  const file = new Uint8Array(await new Blob(parts).arrayBuffer());
  if (file.length < LEAST_BYTES * seconds) throw new Error('the browser recorded nothing; this computer may be too busy. Try again');
  return new Blob([withLength(file, seconds) as Uint8Array<ArrayBuffer>], { type });
}

/** So long a browser may take until sound runs, ms; without a loudspeaker some wait for one. */
const PATIENCE_MS = 5000;

/** Sound sets the time: what is heard is seen. */
function whenItRuns(context: AudioContext): Promise<void> {
  const silent = 'the browser starts no sound. Is a loudspeaker or a headphone connected?';
  return new Promise((resolve, reject) => {
    setTimeout(() => reject(new Error(silent)), PATIENCE_MS);
    context.resume().then(resolve, () => reject(new Error(silent)));
  });
}

/** A hidden page has hardly any turns: pictures and sound wait together until it is in sight again. */
async function restUntilSeen(recorder: MediaRecorder, context: AudioContext): Promise<void> {
  recorder.pause();
  await context.suspend();
  await whenSeen();
  await context.resume();
  recorder.resume();
}

/**
 * The run as a video with its sound, of which the loudspeakers hear nothing, recorded as it would be watched. While the page is hidden it waits.
 * @param tell is told how many seconds are left
 */
export async function makeVideo({ results, preview, state }: VideoOf, tell: (left: number) => void, signal: AbortSignal): Promise<Video> {
  const film = filmOf({ results, preview, most: MOST_PICTURES });
  const kind = typeHere();
  if (!film || !preview || !kind) throw new Error('There is nothing to film.');
  // sound may begin only while a press is answered
  const context = new AudioContext();
  try {
    const beats = film.generations.map((generation) => beatAt(state, generation));
    const sound = await inStretches(soundOf(beats, { preview, seconds: FILE_BEAT }), () => {}, signal);
    const seconds = film.generations.length * FILE_BEAT + RING;
    const blob = await recorded(film, sound, { context, type: kind.type, seconds }, tell, signal);
    return { blob, ending: kind.ending, seconds };
  } finally {
    void context.close();
  }
}
