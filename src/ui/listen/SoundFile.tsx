import { useState } from 'react';
import { soundOf } from '../../sound/runSound';
import { toWav } from '../../sound/wav';
import { labStore } from '../../store/labStore';
import { useLab } from '../../store/useLab';
import { download } from '../files/download';
import { inStretches } from '../files/inStretches';
import type { Results } from '../files/results';
import buttons from '../forms/Buttons.module.css';
import { framesOf } from '../runs';
import { modesShown } from './heard';
import { FILE_BEAT, MOST_BEATS, runBeats } from './runBeats';
import { heardWords } from './words';

/** The run as a WAV file, which says its link. */
export default function SoundFile({ results, name }: { results: Results; name: string }) {
  const { experiment, link, version } = results;
  const [part, setPart] = useState<number | null>(null);
  const modes = useLab(modesShown);
  const generations = useLab((state) => framesOf(state).length);
  const canHear = useLab(
    (state) => state.preview.status === 'ready' && runBeats(state).some((beat) => beat.some((shown) => shown && shown.count > 0)),
  );
  const save = async () => {
    const state = labStore.getState();
    if (state.preview.status !== 'ready') return;
    setPart(0);
    const [beats, loops] = [runBeats(state), experiment.loop.length];
    const work = soundOf(beats, { preview: state.preview.preview, seconds: FILE_BEAT });
    const sound = await inStretches(work, (done) => setPart(done / (beats.length * loops)));
    const wav = toWav(sound, { title: `MAD Lab: ${experiment.loop.join(', ')}`, link, software: `MAD Lab ${version}` });
    download(`${name}.wav`, 'audio/wav', new Blob([wav as Uint8Array<ArrayBuffer>], { type: 'audio/wav' }));
    setPart(null);
  };
  const seconds = Math.ceil(Math.min(MOST_BEATS, generations + 1) * FILE_BEAT);
  return (
    <>
      <p>{`${whatIsHeard(generations)}: ${seconds} second${seconds === 1 ? '' : 's'}. ${heardWords(experiment, modes)}`}</p>
      <div className={buttons.buttons}>
        <button type="button" disabled={part !== null || !canHear} onClick={save}>
          {part === null ? 'Save WAV' : `Making it, ${Math.round(100 * part)}\u00a0%`}
        </button>
      </div>
    </>
  );
}

/** What a file holds now. */
function whatIsHeard(generations: number): string {
  if (generations === 0) return 'The real data as notes, and with a run its generations, too';
  const computed = generations === 1 ? 'the one generation' : `the ${generations} generations`;
  return `The real data and ${computed} computed so far as notes${generations + 1 > MOST_BEATS ? `, ${MOST_BEATS} of them evenly` : ''}`;
}
