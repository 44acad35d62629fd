import buttons from '../forms/Buttons.module.css';
import styles from './StoryOffer.module.css';
import { endStory, openStory } from './storyStore';

/** On a first visit, where it covers nothing. */
export function StoryOffer() {
  return (
    <div className={styles.offer}>
      <button type="button" className={buttons.quiet} onClick={openStory}>
        Show me the story
      </button>
      <p>
        A minute, on a real run.
        <button type="button" className="textButton" onClick={endStory}>
          No, thanks
        </button>
      </p>
    </div>
  );
}
