import { useEffect, useId, useRef } from 'react';
import { useStore } from 'zustand';
import { useLab } from '../../store/useLab';
import { openDialog } from '../dialogs/openDialog';
import buttons from '../forms/Buttons.module.css';
import { Control } from '../view/Control';
import type { Chapter } from './chapters';
import { goOn, playStore, playStory, TOLD } from './play';
import styles from './Story.module.css';
import { endStory } from './storyStore';
import { STEP_OF, STEPS, toldOf } from './storyWords';
import { useStoryFocus } from './useStoryFocus';
import { useStoryMark } from './useStoryMark';

const GO_ON: Record<Chapter, string> = {
  real: 'Start',
  running: 'Go on',
  lost: 'Next',
  curve: 'Next',
  save: 'Save it',
  saving: 'Go on',
  end: 'Done',
  unharmed: 'Done',
};

/** Something is waited for, and while it runs there is nothing to press. */
const WAITS: readonly Chapter[] = ['running', 'saving'];
const ENDS: readonly Chapter[] = ['end', 'unharmed'];

/** Where one goes from here. */
function Ways() {
  return (
    <>
      <Control name="share">
        <button type="button" className="textButton" onClick={() => openDialog('share')}>
          Link to this run
        </button>
      </Control>
      <Control name="presets">
        <button type="button" className="textButton" onClick={() => openDialog('presets')}>
          More experiments
        </button>
      </Control>
    </>
  );
}

/** The story, told on the page's own run; the page stays as usable as without it. */
export default function StoryCard() {
  const state = useStore(playStore);
  const running = useLab(({ run }) => run.status === 'running');
  const [title, text] = useLab((lab) => toldOf(state, lab, TOLD).join('\n')).split('\n');
  const card = useRef<HTMLElement>(null);
  const id = useId();
  const { chapter } = state;
  const isEnd = ENDS.includes(chapter);

  useEffect(playStory, []);
  useStoryFocus(card, chapter);
  useStoryMark(chapter);

  return (
    <section
      ref={card}
      aria-label="The story"
      aria-describedby={id}
      tabIndex={-1}
      className={styles.story}
      data-story={STEP_OF[chapter]}
      data-off-paper
    >
      <div id={id} aria-live="polite" aria-atomic="true" className={styles.told}>
        <h3>{title}</h3>
        <p>{text}</p>
      </div>
      <div className={`${buttons.buttons} ${styles.buttons}`}>
        {!(running && WAITS.includes(chapter)) && (
          <button type="button" className={buttons.primary} onClick={goOn}>
            {GO_ON[chapter]}
          </button>
        )}
        <p className={styles.step}>
          {isEnd ? (
            <Ways />
          ) : (
            <>
              Step {STEP_OF[chapter]} of {STEPS}
              <button type="button" className="textButton" onClick={endStory}>
                Skip the story
              </button>
            </>
          )}
        </p>
      </div>
    </section>
  );
}
