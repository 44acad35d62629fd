import type { Sound } from '../../sound/render';
import { RATE } from '../../sound/render';

/** Seconds until what is hushed is silent. */
const HUSH = 0.03;

export interface Player {
  play(sound: Sound): void;
  /** What sounds, and would still ring, ends; nothing clicks. */
  hush(): void;
  setVolume(volume: number): void;
  /** seconds for which the context has run */
  now(): number;
}

/** Plays sounds at once, one over the end of the other, to the loudspeakers or elsewhere. */
export function createPlayer(context: AudioContext, to: AudioNode = context.destination): Player {
  const out = context.createGain();
  out.connect(to);
  const playing = new Map<AudioBufferSourceNode, GainNode>();
  return {
    play({ left, right }) {
      const buffer = context.createBuffer(2, left.length, RATE);
      // a copy of either side: a buffer keeps none of ours
      buffer.copyToChannel(left as Float32Array<ArrayBuffer>, 0);
      buffer.copyToChannel(right as Float32Array<ArrayBuffer>, 1);
      const [source, part] = [context.createBufferSource(), context.createGain()];
      source.buffer = buffer;
      source.connect(part).connect(out);
      source.onended = () => {
        playing.delete(source);
        part.disconnect();
      };
      playing.set(source, part);
      source.start();
      void context.resume();
    },
    hush() {
      for (const [source, part] of playing) {
        part.gain.setTargetAtTime(0, context.currentTime, HUSH / 3);
        source.stop(context.currentTime + HUSH);
      }
    },
    setVolume(volume) {
      // as loud as it is meant to seem
      out.gain.setTargetAtTime(volume * volume, context.currentTime, HUSH / 3);
    },
    now: () => context.currentTime,
  };
}
