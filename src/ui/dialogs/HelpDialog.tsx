import buttons from '../forms/Buttons.module.css';
import { SHORTCUTS, setCharacterKeys, useCharacterKeys } from '../keyboard';
import { OfflineButton } from '../offline/OfflineButton';
import { openStory } from '../story/storyStore';
import { mayUse } from '../view/viewStore';
import { CheckLink } from './CheckLink';
import { Dialog } from './Dialog';
import styles from './Dialog.module.css';
import { LessonLinks } from './LessonLinks';
import { closeDialog } from './openDialog';

/** Keys that a part of the page understands while it has the focus. */
const WIDGET_KEYS: readonly (readonly [part: string, keys: string])[] = [
  ['a slider', '← → ↑ ↓ one stop, Page Up and Page Down eight, Home and End to the ends'],
  ['a number', 'type it, and Enter takes it; ↑ ↓ the next one; Escape takes back what was typed'],
  ['the timeline', '← → one generation, Page Up and Page Down a tenth of the run, Home the real data, End as far as it is computed'],
  ['a word with dots below it', 'its explanation opens with the focus; Enter closes and opens it, Escape closes it'],
  ['a group of choices', '← → choose'],
  ['a wall of digits', '← → ↑ ↓, Home and End choose the digit to follow, Escape lets it go'],
  ['a map', 'the two sliders below it choose the square, and the button beside it opens its run'],
  ['the area to draw on', '← → ↑ ↓ move the cross-hair, with Shift further; Space or Enter stamps; Ctrl+Z takes back'],
  ['a dialog, the list of presets, the story', 'Escape closes it'],
  ['a table that scrolls', '↑ ↓ ← → scroll it'],
];

function tellStory(): void {
  closeDialog();
  openStory();
}

export default function HelpDialog() {
  const characters = useCharacterKeys();
  // it opens an experiment of its own, and runs it
  const mayTell = mayUse('run') && mayUse('reset');
  return (
    <Dialog title="What this is">
      <p>
        More and more of what is on the web was made by generative models, and the next models will be trained on it. MAD Lab shows what that does.
        Press Run: a model is trained on real data, a second one on what the first one made, a third on what the second made, and so on. Nothing is
        scripted or stored: every model is trained in this page while you watch.
      </p>
      <p>
        Three such loops run side by side on one clock. They differ in the real data that each new model may see: none, the same set again, or new
        real data every generation. The sliders act on the running loops, from the generation after the one shown.
      </p>
      <div className={buttons.buttons}>
        {mayTell && (
          <button type="button" onClick={tellStory}>
            Show me the story
          </button>
        )}
        <OfflineButton />
      </div>
      <LessonLinks />
      <CheckLink />
      <h3>Keys</h3>
      <dl className={styles.terms}>
        {SHORTCUTS.map(({ label, does, isCharacter }) => (
          <div key={label}>
            <dt>
              <kbd>{label}</kbd>
            </dt>
            <dd>
              {does}
              {isCharacter && !characters && ' (switched off)'}
            </dd>
          </div>
        ))}
      </dl>
      <label className={styles.choice}>
        <input type="checkbox" checked={characters} onChange={(event) => setCharacterKeys(event.target.checked)} />
        <span>
          use the keys . R ?<span className="mute"> (switch them off if you speak to your computer, or press them by mistake)</span>
        </span>
      </label>
      <h3>Keys where the focus is</h3>
      <dl className={styles.terms}>
        {WIDGET_KEYS.map(([part, keys]) => (
          <div key={part}>
            <dt>{part}</dt>
            <dd>{keys}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
