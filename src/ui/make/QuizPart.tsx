import type { Path } from '../../lessons/fault';
import type { Question } from '../../lessons/lesson';
import { freshLetter } from '../../lessons/make/draft';
import { PARTS } from '../../lessons/make/fresh';
import buttons from '../forms/Buttons.module.css';
import { Menu, TextField, Wrong } from './fields';
import type { PartProps } from './formProps';
import { ItemWays, Misconception } from './items';
import styles from './Make.module.css';
import { addFresh, addTo, tick } from './makeStore';

function QuizOptions({ path, options }: { path: Path; options: NonNullable<Question['options']> }) {
  return (
    <>
      <ol className={styles.items}>
        {options.map(({ misconception }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: an option is what stands in its place
          <li key={at}>
            <ItemWays path={path} at={at} of={options.length} what={`Answer ${at + 1}`} />
            <TextField path={[...path, at, 'text']} label={`Answer ${at + 1}`} />
            <Misconception path={[...path, at]} value={misconception} />
          </li>
        ))}
      </ol>
      <Wrong path={path} />
      <button type="button" className={buttons.quiet} onClick={() => addTo(path, { id: freshLetter(options), text: '', misconception: 'none' })}>
        Add an answer
      </button>
    </>
  );
}

const WRITE_OR_TAKE = [
  { value: 'write', label: 'in words' },
  { value: 'take', label: 'by one of several answers' },
];
const TWO = [
  { id: 'a', text: '', misconception: 'none' },
  { id: 'b', text: '', misconception: 'M1' },
];

/** What is asked at the end; its key is the teacher's. */
export function QuizPart({ at, step }: PartProps) {
  const path: Path = ['steps', at, 'quiz'];
  const all = step.quiz ?? [];
  return (
    <>
      <ol className={styles.questions}>
        {all.map(({ id, options }, nth) => (
          <li key={id}>
            <h3>Exit question {nth + 1}</h3>
            <ItemWays path={path} at={nth} of={all.length} what={`Exit question ${nth + 1}`} />
            <div className={styles.form}>
              <TextField path={[...path, nth, 'ask']} label="Question" rows={2} />
              <Menu
                label="It is answered"
                value={options ? 'take' : 'write'}
                options={WRITE_OR_TAKE}
                onChange={(way) => tick([...path, nth, 'options'], way === 'take' ? TWO : undefined, 'The answers are removed')}
              />
              {options && <QuizOptions path={[...path, nth, 'options']} options={options} />}
            </div>
          </li>
        ))}
      </ol>
      <button type="button" className={buttons.quiet} onClick={() => addFresh(path, PARTS.quiz.fresh)}>
        Add an exit question
      </button>
    </>
  );
}
