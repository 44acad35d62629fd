import { useStore } from 'zustand';
import { useLab } from '../../store/useLab';
import { framesOf } from '../runs';
import { useControl } from '../view/viewStore';
import { hearing, toggleHear } from './hearing';
import { canListen } from './listenStore';

/** Of so few generations there is no curve to hear. */
const LEAST = 2;

/** The curves of a chart as lines of sound, one loop after the other. */
export function HearButton({ metric, nameId }: { metric: string; nameId: string }) {
  const isHeard = useStore(hearing, ({ now }) => now?.metric === metric);
  const has = useLab((state) => framesOf(state).length >= LEAST);
  const access = useControl('listen');
  if (!has || access !== 'shown' || !canListen()) return null;
  return (
    <button type="button" className="textButton" aria-describedby={nameId} onClick={() => toggleHear(metric)}>
      {isHeard ? 'Stop' : 'Hear'}
    </button>
  );
}
