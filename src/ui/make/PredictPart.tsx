import { type ComponentType, memo } from 'react';
import { useStore } from 'zustand';
import type { Path } from '../../lessons/fault';
import type { Prediction } from '../../lessons/lesson';
import { PREDICTIONS } from '../../lessons/make/fresh';
import buttons from '../forms/Buttons.module.css';
import { Asked } from '../lesson/ask/Asked';
import { heightsOf } from '../lesson/ask/SketchTable';
import lesson from '../lesson/Lesson.module.css';
import { lessonStore } from '../lesson/lessonStore';
import { Axes } from './Axes';
import { isSamePath } from './faults';
import { Menu, TextField, Tick, Wrong } from './fields';
import type { FormProps, PartProps } from './formProps';
import { ItemWays } from './items';
import styles from './Make.module.css';
import { addFresh, setAt } from './makeStore';
import { QUESTION_FORMS } from './questionForms';

const REASONS = [
  { value: 'none', label: 'not asked for' },
  { value: 'optional', label: 'asked for, if they like' },
  { value: 'required', label: 'asked for' },
];

/** What is sketched in the preview, as the chart shows it. */
function Sketched({ part }: { part: Extract<Prediction, { type: 'sketch' }> }) {
  const guess = useStore(lessonStore, ({ drafts }) => drafts[part.id]?.guess);
  return <Axes part={part} heights={heightsOf(part, guess)} />;
}

function PredictionForm({ path, part, about }: FormProps<Prediction>) {
  // what is of this kind goes to the form of this kind
  const Form = QUESTION_FORMS[part.type] as ComponentType<FormProps<Prediction>>;
  return (
    <div className={styles.beside}>
      <div className={styles.form}>
        <TextField path={[...path, 'ask']} label="Question" rows={2} />
        <Form path={path} part={part} about={about} />
        <Menu
          label="A reason is"
          value={part.reason ?? 'none'}
          options={REASONS}
          onChange={(reason) => setAt([...path, 'reason'], reason === 'none' ? undefined : reason)}
        />
        <Tick label="Ask how sure they are" isOn={part.confidence === true} onChange={(isOn) => setAt([...path, 'confidence'], isOn || undefined)} />
        <Wrong path={path} />
      </div>
      <section className={`${lesson.lesson} ${styles.preview}`} aria-label={`Preview of “${part.ask === '' ? 'the question' : part.ask}”`}>
        <p className={styles.hint}>As pupils see it</p>
        <Asked part={part} />
        {part.type === 'sketch' && <Sketched part={part} />}
      </section>
    </div>
  );
}

/** Drawn anew only where something of it has changed: a step may have many. */
const OnePrediction = memo(PredictionForm, (one, other) => one.part === other.part && one.about === other.about && isSamePath(one.path, other.path));

/** What pupils predict before the run is shown. */
export function PredictPart({ at, step, about }: PartProps) {
  const path: Path = ['steps', at, 'predict'];
  const all = step.predict ?? [];
  return (
    <fieldset className={styles.part}>
      <legend>Predict</legend>
      {all.length === 0 && <p className={styles.hint}>Nothing is to be predicted: the run is shown at once.</p>}
      <ol className={styles.questions}>
        {all.map((part, nth) => (
          <li key={part.id}>
            <h3>
              Prediction {nth + 1}: {PREDICTIONS[part.type].name.toLowerCase()}
            </h3>
            <ItemWays path={path} at={nth} of={all.length} what={`Prediction ${nth + 1}`} />
            <OnePrediction path={[...path, nth]} part={part} about={about} />
          </li>
        ))}
      </ol>
      <Wrong path={path} />
      <div className={styles.row}>
        <span>Add a prediction:</span>
        {Object.entries(PREDICTIONS).map(([type, { name, fresh }]) => (
          <button key={type} type="button" className={buttons.quiet} onClick={() => addFresh(path, (draft) => fresh(draft, about.own))}>
            {name}
          </button>
        ))}
      </div>
    </fieldset>
  );
}
