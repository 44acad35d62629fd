import { useState } from 'react';
import type { Step } from '../../lessons/lesson';
import type { Draft } from '../../lessons/make/draft';
import { textHtml } from '../../lessons/textHtml';
import buttons from '../forms/Buttons.module.css';
import lesson from '../lesson/Lesson.module.css';
import { NumberOf, TextField, Wrong } from './fields';
import styles from './Make.module.css';
import { moveStep, removeStep } from './makeStore';
import { OTHER_PARTS } from './otherParts';
import { PredictPart } from './PredictPart';
import { RunPart } from './RunPart';
import { Trial } from './Trial';
import { useAbout } from './useAbout';

function Text({ at, text }: { at: number; text: string }) {
  const [isShown, setShown] = useState(false);
  return (
    <>
      <TextField
        path={['steps', at, 'text']}
        label="Text"
        rows={8}
        isOptional
        hint="Markdown: **strong**, *emphasis*, lists. {{recall 20}} stands for the number that the run gives there."
      />
      <button type="button" className={buttons.quiet} aria-expanded={isShown} onClick={() => setShown(!isShown)}>
        {isShown ? 'Hide how it reads' : 'Show how it reads'}
      </button>
      {isShown && (
        // biome-ignore lint/security/noDangerouslySetInnerHtml: whatever looks like HTML is escaped, and links lead to this page alone
        <div className={`${lesson.lesson} ${lesson.text}`} dangerouslySetInnerHTML={{ __html: textHtml(text) }} />
      )}
    </>
  );
}

/** A step as a form, in the order in which pupils meet it. */
export function StepForm({ draft, at, step }: { draft: Draft; at: number; step: Step }) {
  const about = useAbout(draft, at);
  const last = draft.steps.length - 1;
  return (
    <>
      <div className={styles.title}>
        <h2 tabIndex={-1}>
          Step {at + 1} of {draft.steps.length}
        </h2>
        <div className={styles.ways}>
          <button type="button" className={buttons.quiet} disabled={at === 0} onClick={() => moveStep(at, -1)}>
            Move up
          </button>
          <button type="button" className={buttons.quiet} disabled={at === last} onClick={() => moveStep(at, 1)}>
            Move down
          </button>
          <button type="button" className={buttons.quiet} disabled={last === 0} onClick={() => removeStep(at)}>
            Remove this step
          </button>
        </div>
      </div>
      <Wrong path={['steps', at]} />
      <div className={styles.head2}>
        <TextField path={['steps', at, 'title']} label="Title" />
        <NumberOf path={['steps', at, 'minutes']} label="Minutes" />
      </div>
      <Text at={at} text={step.text ?? ''} />
      <RunPart at={at} step={step} about={about} />
      <PredictPart at={at} step={step} about={about} />
      {OTHER_PARTS.map(({ id, name, Form }) => (
        <fieldset key={id} className={styles.part}>
          <legend>{name}</legend>
          <Form at={at} step={step} about={about} />
          <Wrong path={['steps', at, id]} />
        </fieldset>
      ))}
      <Trial key={step.id} draft={draft} step={step} />
    </>
  );
}
