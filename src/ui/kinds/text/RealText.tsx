import { useEffect } from 'react';
import { useStore } from 'zustand';
import type { TextFound } from '../../../protocol/messages';
import { labStore } from '../../../store/labStore';
import { experimentOnScreen } from '../../../store/selectors';
import { useLab } from '../../../store/useLab';
import { framesOf } from '../../runs';
import { foundWords } from './foundWords';
import { textOf } from './texts';

interface RealTextProps {
  readonly loop: string;
  readonly generation: number;
  readonly place: number;
}

/** What the real text has of what stands at a place: the engine is asked once for all loops, by the first of them; the last question wins. */
export function RealText({ loop, generation, place }: RealTextProps) {
  const experiment = useLab(experimentOnScreen);
  const frame = useLab((state) => framesOf(state)[generation - 1]);
  const asks = experiment.loop[0] === loop;
  useEffect(() => {
    if (!asks || !frame) return;
    const queries = experiment.loop.flatMap((id) => {
      const pieces = textOf(frame, id)?.pieces;
      return pieces ? [{ loop: id, generation, pieces: [...pieces], place }] : [];
    });
    labStore.nearest.ask(experiment, queries);
    return () => labStore.nearest.forget();
  }, [asks, experiment, frame, generation, place]);
  const { status, answers, message } = useStore(labStore.nearest.store);
  if (status === 'failed') return <p>{message}</p>;
  const found = answers.find((answer): answer is TextFound => !('pixels' in answer) && answer.loop === loop && answer.generation === generation);
  if (!found) return <p>{status === 'asking' ? 'looking …' : ''}</p>;
  return foundWords(found, experiment).map((line) => <p key={line}>{line}</p>);
}
