import { useStore } from 'zustand';
import { kindOf } from '../../engine/chosen';
import { curesOn } from '../../engine/cures';
import { experimentOnScreen } from '../../store/selectors';
import { useLab } from '../../store/useLab';
import { CompareWords } from '../compare/Comparison';
import { lessonDoor } from '../lesson/lessonDoor';
import { Samples } from '../samples/Samples';
import { SaveSlot } from '../save/SaveSlot';
import { Story } from '../story/Story';
import { storyStore } from '../story/storyStore';
import { Narration } from '../text/Narration';
import { Changes } from '../timeline/Changes';
import { useControl, useParts } from '../view/viewStore';
import { FirstScore } from './FirstScore';
import styles from './Stage.module.css';

/** The sentence, and what can be done about what it tells. */
function Told() {
  const isHidden = useControl('narration') === 'hidden';
  return isHidden ? <SaveSlot /> : <Narration aside={<SaveSlot />} />;
}

/** What is seen at once: the pictures of all loops, the first score with the timeline, and a sentence. */
export function Stage() {
  const loops = useLab((state) => experimentOnScreen(state).loop.length);
  const kind = useLab((state) => kindOf(experimentOnScreen(state)).id);
  const hasCure = useLab((state) => curesOn(experimentOnScreen(state)));
  const parts = useParts();
  const { open } = useStore(storyStore);
  const isBare = useStore(lessonDoor, (state) => state.isBare);
  return (
    <div className={styles.stage} data-loops={loops} data-kind={kind} data-parts={parts} data-telling={open} data-cured={hasCure}>
      {parts !== 'scores' && <Samples />}
      <FirstScore />
      <div className={styles.words}>
        <Story>
          <Told />
        </Story>
        {!isBare && <Changes />}
        {!isBare && <CompareWords />}
      </div>
    </div>
  );
}
