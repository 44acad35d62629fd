import { experimentOnScreen } from '../../store/selectors';
import { useLab } from '../../store/useLab';
import { useControl } from '../view/viewStore';
import { canListen } from './listenStore';
import { isSpoken } from './spoken';

/** Whether the pictures on the screen are speech that can be heard here. */
export function useSpeaks(): boolean {
  const spoken = useLab((state) => isSpoken(experimentOnScreen(state)));
  const access = useControl('listen');
  return spoken && access === 'shown' && canListen();
}
