import { type ComponentType, memo } from 'react';
import { useStore } from 'zustand';
import type { Path } from '../../lessons/fault';
import type { Step } from '../../lessons/lesson';
import { freshCheck, PARTS } from '../../lessons/make/fresh';
import buttons from '../forms/Buttons.module.css';
import { CheckSentence, ReadingSentence } from './CheckSentence';
import { Menu, NumberOf, SpanOf, TextField, Tick, Wrong } from './fields';
import type { PartProps } from './formProps';
import { ItemWays } from './items';
import styles from './Make.module.css';
import { addFresh, addTo, makeStore, remove, setAt, setFresh, tick } from './makeStore';
import { QuizPart } from './QuizPart';

/** What pupils read off the run. */
function ObservePart({ at, step, about }: PartProps) {
  const path: Path = ['steps', at, 'observe'];
  const all = step.observe ?? [];
  return (
    <>
      <ol className={styles.questions}>
        {all.map(({ id, is }, nth) => (
          <li key={id}>
            <h3>Observation {nth + 1}</h3>
            <ItemWays path={path} at={nth} of={all.length} what={`Observation ${nth + 1}`} />
            <div className={styles.form}>
              <TextField path={[...path, nth, 'ask']} label="Question" rows={2} />
              <ReadingSentence
                path={[...path, nth, 'is']}
                label="The number that is read off"
                reading={is}
                about={about}
                onChange={(reading) => setAt([...path, nth, 'is'], reading)}
              />
              <NumberOf path={[...path, nth, 'within']} label="An answer counts as seen if it is so near" />
              <TextField path={[...path, nth, 'again']} label="Hint after a miss" rows={2} />
              <TextField path={[...path, nth, 'untold']} label="Said where it can’t be told (if you like)" isOptional />
            </div>
          </li>
        ))}
      </ol>
      <button type="button" className={buttons.quiet} onClick={() => addFresh(path, (draft) => PARTS.observe.fresh(draft, about.own))}>
        Add an observation
      </button>
    </>
  );
}

/** What pupils explain in words. */
function ExplainPart({ at, step }: PartProps) {
  const path: Path = ['steps', at, 'explain'];
  if (!step.explain)
    return (
      <button type="button" className={buttons.quiet} onClick={() => setFresh(path, PARTS.explain.fresh)}>
        Ask for an explanation
      </button>
    );
  return (
    <div className={styles.form}>
      <TextField path={[...path, 'ask']} label="Question" rows={2} />
      <Tick
        label="Say how many words are enough"
        isOn={step.explain.words !== undefined}
        onChange={(isOn) => tick([...path, 'words'], isOn ? [10, 80] : undefined, 'The number of words is removed')}
      />
      {step.explain.words && <SpanOf path={[...path, 'words']} label="Words, from" />}
      <button type="button" className="textButton" onClick={() => remove(path, 'The explanation is removed')}>
        Remove the explanation
      </button>
    </div>
  );
}

/** Everything unlocked, with an aim that the page tests. */
function PlayPart({ at, step, about }: PartProps) {
  const path: Path = ['steps', at, 'play'];
  const begin = () => {
    setFresh(path, (draft) => PARTS.play.fresh(draft, about.own));
    setAt(['steps', at, 'unlock'], 'all');
  };
  if (!step.play)
    return (
      <button type="button" className={buttons.quiet} onClick={begin}>
        Let pupils play, with an aim
      </button>
    );
  const { check } = step.play;
  return (
    <div className={styles.form}>
      <TextField path={[...path, 'goal']} label="Aim" rows={2} />
      <Tick
        label="The page says whether it is reached"
        isOn={check !== undefined}
        onChange={(isOn) => tick([...path, 'check'], isOn ? freshCheck(about.own) : undefined, 'What the page tests is removed')}
      />
      {check && <CheckSentence path={[...path, 'check']} check={check} about={about} onChange={(changed) => setAt([...path, 'check'], changed)} />}
      <Wrong path={path} />
      <button type="button" className="textButton" onClick={() => remove(path, 'Free play is removed')}>
        Remove free play
      </button>
    </div>
  );
}

/** Where a step leads, if not to the next one. */
function NextPart({ at, step, about }: PartProps) {
  const path: Path = ['steps', at, 'next'];
  const draft = useStore(makeStore, (state) => state.draft);
  if (!draft) return null;
  const steps = draft.steps.filter((_, other) => other !== at).map(({ id, title }) => ({ value: id, label: title === '' ? id : title }));
  const later = draft.steps[at + 1]?.id ?? draft.steps[0].id;
  const all = step.next ?? [];
  return (
    <>
      {all.length === 0 && <p className={styles.hint}>It leads to the next step.</p>}
      <ol className={styles.items}>
        {all.map((branch, nth) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a branch is what stands in its place
          <li key={nth}>
            <ItemWays path={path} at={nth} of={all.length} what={`Branch ${nth + 1}`} />
            <Tick
              label="Only if it is so that"
              isOn={branch.if !== undefined}
              onChange={(isOn) => tick([...path, nth, 'if'], isOn ? freshCheck(about.own) : undefined, `What branch ${nth + 1} hangs on is removed`)}
            />
            {branch.if && (
              <CheckSentence path={[...path, nth, 'if']} check={branch.if} about={about} onChange={(check) => setAt([...path, nth, 'if'], check)} />
            )}
            <Menu label="it goes on with" value={branch.go} options={steps} onChange={(go) => setAt([...path, nth, 'go'], go)} />
            <Wrong path={[...path, nth, 'go']} />
            <Wrong path={[...path, nth]} />
          </li>
        ))}
      </ol>
      <button type="button" className={buttons.quiet} onClick={() => addTo(path, { go: later })}>
        Add a branch
      </button>
    </>
  );
}

/** Drawn anew only where its own part of the step has changed, or what sentences may be about. */
const once = (id: keyof Step, Form: ComponentType<PartProps>): ComponentType<PartProps> =>
  memo(Form, (one, other) => one.step[id] === other.step[id] && one.about === other.about && one.at === other.at);

/** What a step may have besides its run and its predictions, in the order in which pupils meet it. */
export const OTHER_PARTS = [
  { id: 'observe', name: 'Observe', Form: once('observe', ObservePart) },
  { id: 'explain', name: 'Explain', Form: once('explain', ExplainPart) },
  { id: 'play', name: 'Play', Form: once('play', PlayPart) },
  { id: 'quiz', name: 'Exit questions', Form: once('quiz', QuizPart) },
  { id: 'next', name: 'What comes next', Form: once('next', NextPart) },
] as const;
