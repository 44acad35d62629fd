import { useEffect, useId, useState } from 'react';
import { MOST_POINTS, MOST_POINTS_IN_LINK } from '../../engine/pointsText';
import { changeDraft } from '../../store/draft';
import { labStore } from '../../store/labStore';
import { useLab } from '../../store/useLab';
import { Dialog } from '../dialogs/Dialog';
import { closeDialog } from '../dialogs/openDialog';
import buttons from '../forms/Buttons.module.css';
import choices from '../forms/Choices.module.css';
import own from '../forms/OwnData.module.css';
import { hasRun } from '../runs';
import { CsvPanel } from './CsvPanel';
import styles from './Draw.module.css';
import { DrawPad } from './DrawPad';
import { clearSketch, countOf, keepSketch, openSketch, pointsWord, takeSketch, undoSketch, useSketch } from './sketchStore';
import type { Tool } from './usePen';

const TOOLS: readonly (readonly [Tool, string])[] = [
  ['fine', 'Fine brush'],
  ['wide', 'Wide brush'],
  ['eraser', 'Eraser'],
];

function countWords(count: number): string {
  if (count === 0) return 'No points yet.';
  if (count <= MOST_POINTS_IN_LINK) return `${pointsWord(count)} of the ${MOST_POINTS_IN_LINK} that a link can hold.`;
  const most = count >= MOST_POINTS ? ' That is the most there can be.' : '';
  return `${pointsWord(count)}: more than the ${MOST_POINTS_IN_LINK} that a link can hold. The link will leave them out; Export saves them in a file.${most}`;
}

/** Ctrl+Z anywhere in the dialog but in its text field, which has an undo of its own. */
function useUndoKey(): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const isUndo = (event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === 'z';
      if (!isUndo || event.target instanceof HTMLTextAreaElement) return;
      event.preventDefault();
      undoSketch();
    };
    addEventListener('keydown', press, true);
    return () => removeEventListener('keydown', press, true);
  }, []);
}

function apply(): void {
  const { draft, open } = labStore.getState();
  const { experiment, notes } = changeDraft(draft, { dataset: 'drawn', points: takeSketch() });
  closeDialog();
  open(experiment, notes);
}

/** Fetched when it is first opened. */
export default function DrawDialog() {
  const [tool, setTool] = useState<Tool>('fine');
  const count = useSketch(({ sketch }) => countOf(sketch));
  const canUndo = useSketch(({ sketch }) => sketch.past.length > 0);
  const said = useSketch((state) => state.said);
  // what was asked for last did not come: the points from before are not taken for it
  const isRefused = useSketch(({ report }) => report?.isProblem ?? false);
  const endsRun = useLab(hasRun);
  const keysId = useId();
  useEffect(openSketch, []);
  useUndoKey();
  return (
    <Dialog title="Your own data">
      <p>Draw where real data are common. Each point stands for a small cloud, and real data are drawn from all of them without end.</p>
      <div className={styles.desk}>
        <DrawPad tool={tool} keysId={keysId} />
        <div className={styles.side}>
          <fieldset className={choices.tabs}>
            <legend className="visuallyHidden">Tool</legend>
            {TOOLS.map(([id, name]) => (
              <label key={id}>
                <input type="radio" name="tool" checked={id === tool} onChange={() => setTool(id)} />
                <span>{name}</span>
              </label>
            ))}
          </fieldset>
          <div className={buttons.buttons}>
            <button type="button" disabled={!canUndo} onClick={undoSketch}>
              Undo
            </button>
            <button type="button" disabled={count === 0} onClick={clearSketch}>
              Clear
            </button>
          </div>
          <p>{countWords(count)}</p>
          <p id={keysId} className="mute">
            By keyboard: arrow keys move the cross-hair, with Shift further; Space stamps; Ctrl+Z takes back.
          </p>
          <p className="visuallyHidden" aria-live="polite">
            {said}
          </p>
        </div>
      </div>
      <CsvPanel />
      <div className={buttons.buttons}>
        <button type="button" className={buttons.primary} disabled={count === 0 || isRefused} onClick={apply}>
          Use these points
        </button>
        {isRefused && count > 0 && (
          <button type="button" onClick={keepSketch}>
            Keep the points from before
          </button>
        )}
        {endsRun && <span className={own.warning}>This ends the run on the page.</span>}
      </div>
    </Dialog>
  );
}
