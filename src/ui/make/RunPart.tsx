import { memo } from 'react';
import type { Step } from '../../lessons/lesson';
import { runsIn } from '../../lessons/lessonRuns';
import type { Draft } from '../../lessons/make/draft';
import { scoresOf, scoreWords } from '../../lessons/make/sentence';
import buttons from '../forms/Buttons.module.css';
import { TOUCHES } from '../share/classTouch';
import { experimentLine } from '../text/experimentLine';
import { capture, experimentIn, putOnStage, withoutRun } from './capture';
import { Menu, TextField, Tick, Wrong } from './fields';
import type { PartProps } from './formProps';
import styles from './Make.module.css';
import { makeStore, remove, setAt } from './makeStore';
import { setUpInLab } from './openMake';

interface StepProps {
  readonly draft: Draft;
  readonly at: number;
  readonly step: Step;
}

/** What is in a list of names, or is not any more; an empty list is none. */
const toggled = (list: readonly string[], names: readonly string[], isOn: boolean): readonly string[] | undefined => {
  const others = list.filter((name) => !names.includes(name));
  const all = isOn ? [...others, ...names] : others;
  return all.length > 0 ? all : undefined;
};

function Runs({ draft, at, step }: StepProps) {
  const runs = runsIn(draft, step);
  const path = ['steps', at, 'run'];
  const isSeveral = Array.isArray(step.run);
  return (
    <ol className={styles.runs}>
      {runs.map(({ name, query }, nth) => (
        <li key={name}>
          {isSeveral && <TextField path={[...path, nth, 'title']} label={`Title of run ${nth + 1}`} />}
          <p>{experimentLine(experimentIn(draft, query))}</p>
          <div className={styles.row}>
            <button type="button" className={buttons.quiet} onClick={() => capture(at, nth)}>
              Use what is on the screen now
            </button>
            {isSeveral && (
              <button type="button" className="textButton" onClick={() => remove(path, `Run ${nth + 1} is removed`, withoutRun(step.run, nth))}>
                Remove this run
              </button>
            )}
          </div>
          <details>
            <summary>As part of a link</summary>
            <TextField path={isSeveral ? [...path, nth, 'query'] : path} label="Pairs behind those of the lesson" rows={2} />
          </details>
        </li>
      ))}
    </ol>
  );
}

/** Charts that stand beside the pictures, and controls that are free. */
function OnScreen({ draft, at, step }: StepProps) {
  const [first] = runsIn(draft, step);
  const { show = [], unlock = [] } = step;
  const scores = first ? scoresOf(experimentIn(draft, first.query)).filter((score) => !/\.\d+$|^realUsed$/.test(score)) : [];
  const path = ['steps', at];
  const free = unlock === 'all' ? 'all' : 'some';
  return (
    <>
      <fieldset className={styles.ticks}>
        <legend>Charts and numbers that are shown</legend>
        {[...new Set([...scores, ...show.filter((name) => !TOUCHES.some(({ names }) => (names as readonly string[]).includes(name)))])].map(
          (score) => (
            <Tick
              key={score}
              label={scoreWords(score)}
              isOn={show.includes(score)}
              onChange={(isOn) => setAt([...path, 'show'], toggled(show, [score], isOn))}
            />
          ),
        )}
        <Wrong path={[...path, 'show']} />
      </fieldset>
      <Menu
        label="Pupils may touch"
        value={free}
        options={[
          { value: 'all', label: 'everything' },
          { value: 'some', label: 'only what is ticked here' },
        ]}
        onChange={(value) => setAt([...path, 'unlock'], value === 'all' ? 'all' : ['timeline'])}
      />
      {unlock !== 'all' && (
        <fieldset className={styles.ticks}>
          <legend>Controls that are not locked</legend>
          {TOUCHES.map(({ id, label, names }) => (
            <Tick
              key={id}
              label={label}
              isOn={names.every((name) => unlock.includes(name))}
              onChange={(isOn) => setAt([...path, 'unlock'], toggled(unlock, names, isOn))}
            />
          ))}
        </fieldset>
      )}
      <Wrong path={[...path, 'unlock']} />
    </>
  );
}

/** Runs of other steps that stay in the chart. */
function Ghosts({ draft, at, step }: StepProps) {
  const earlier = draft.steps.slice(0, at).filter(({ run }) => run !== undefined);
  const { ghost = [] } = step;
  if (earlier.length === 0) return null;
  return (
    <fieldset className={styles.ticks}>
      <legend>Thin lines beside it: the runs of</legend>
      {earlier.map(({ id, title }) => (
        <Tick key={id} label={title} isOn={ghost.includes(id)} onChange={(isOn) => setAt(['steps', at, 'ghost'], toggled(ghost, [id], isOn))} />
      ))}
    </fieldset>
  );
}

function RunForm({ at, step }: PartProps) {
  const { draft } = makeStore.getState();
  if (!draft) return null;
  const has = step.run !== undefined;
  const setUp = () => {
    if (has) putOnStage(draft, at);
    setUpInLab();
  };
  return (
    <fieldset className={styles.part}>
      <legend>What runs</legend>
      {has ? <Runs draft={draft} at={at} step={step} /> : <p className={styles.hint}>Nothing yet. What ran before stays on the stage.</p>}
      <Wrong path={['steps', at, 'run']} />
      <div className={styles.row}>
        {!has && (
          <button type="button" className={buttons.quiet} onClick={() => capture(at, null)}>
            Use what is on the screen now
          </button>
        )}
        <button type="button" className={buttons.quiet} onClick={setUp}>
          Set it up in the lab
        </button>
        {has && (
          <>
            <button type="button" className={buttons.quiet} onClick={() => capture(at, null)}>
              Add what is on the screen as another run
            </button>
            <button type="button" className="textButton" onClick={() => remove(['steps', at, 'run'], 'The run is removed')}>
              Remove what runs
            </button>
          </>
        )}
      </div>
      {has && <OnScreen draft={draft} at={at} step={step} />}
      {has && <Ghosts draft={draft} at={at} step={step} />}
    </fieldset>
  );
}

const isSame = (one: PartProps, other: PartProps): boolean =>
  one.at === other.at &&
  one.about === other.about &&
  (['run', 'show', 'unlock', 'ghost'] as const).every((field) => one.step[field] === other.step[field]);

/** What runs in a step, what is seen of it, and what pupils may touch. */
export const RunPart = memo(RunForm, isSame);
