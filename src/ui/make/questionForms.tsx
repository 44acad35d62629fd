import type { ComponentType } from 'react';
import type { Path } from '../../lessons/fault';
import { MISCONCEPTIONS, type Prediction } from '../../lessons/lesson';
import { freshLetter } from '../../lessons/make/draft';
import { freshCheck, freshReading } from '../../lessons/make/fresh';
import { type About, loopWords, scoresOf, scoreWords } from '../../lessons/make/sentence';
import buttons from '../forms/Buttons.module.css';
import { CheckSentence, ReadingSentence } from './CheckSentence';
import { Menu, NumberOf, SpanOf, TextField, Tick, Typed, Wrong } from './fields';
import styles from './Make.module.css';
import { addTo, move, removeFrom, setAt, tick } from './makeStore';

type Kind = Prediction['type'];
type Of<Type extends Kind> = Extract<Prediction, { type: Type }>;

export interface FormProps<Part> {
  readonly path: Path;
  readonly part: Part;
  readonly about: About;
}

const SHOWS = [
  { value: 'none', label: 'nothing: it is right, or a slip' },
  ...Object.entries(MISCONCEPTIONS).map(([value, words]) => ({ value, label: `${value}: ${words}` })),
];

/** What whoever takes an option believes. */
export function Misconception({ path, value }: { path: Path; value: string }) {
  return (
    <>
      <Menu label="Taking it shows" value={value} options={SHOWS} onChange={(tag) => setAt([...path, 'misconception'], tag)} />
      <Wrong path={[...path, 'misconception']} />
    </>
  );
}

interface ItemWaysProps {
  readonly path: Path;
  readonly at: number;
  readonly of: number;
  readonly what: string;
}

/** An item of a list goes up, down, or away. */
export function ItemWays({ path, at, of, what }: ItemWaysProps) {
  return (
    <div className={styles.ways}>
      <button type="button" className="textButton" disabled={at === 0} aria-label={`${what}: up`} onClick={() => move(path, at, -1)}>
        Up
      </button>
      <button type="button" className="textButton" disabled={at === of - 1} aria-label={`${what}: down`} onClick={() => move(path, at, 1)}>
        Down
      </button>
      <button type="button" className="textButton" aria-label={`${what}: remove`} onClick={() => removeFrom(path, at, `${what} is removed`)}>
        Remove
      </button>
    </div>
  );
}

function ChooseForm({ path, part, about }: FormProps<Of<'choose'>>) {
  const options = [...path, 'options'];
  return (
    <>
      <Tick label="Several may be taken" isOn={part.several === true} onChange={(isOn) => setAt([...path, 'several'], isOn || undefined)} />
      <ol className={styles.items}>
        {part.options.map(({ misconception, holds, picture }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: an item is what stands in its place
          <li key={at}>
            <ItemWays path={options} at={at} of={part.options.length} what={`Option ${at + 1}`} />
            <TextField path={[...options, at, 'text']} label={`Option ${at + 1}`} />
            <Misconception path={[...options, at]} value={misconception} />
            {picture && <p className={styles.hint}>Its picture, “{picture.alt}”, stays as it is.</p>}
            <Tick
              label="Runs say whether it is so"
              isOn={holds !== undefined}
              onChange={(isOn) =>
                tick([...options, at, 'holds'], isOn ? freshCheck(about.own) : undefined, `What option ${at + 1} hangs on is removed`)
              }
            />
            {holds && (
              <CheckSentence
                path={[...options, at, 'holds']}
                check={holds}
                about={about}
                onChange={(check) => setAt([...options, at, 'holds'], check)}
              />
            )}
          </li>
        ))}
      </ol>
      <Wrong path={options} />
      <button
        type="button"
        className={buttons.quiet}
        onClick={() => addTo(options, { id: freshLetter(part.options), text: '', misconception: 'none' })}
      >
        Add an option
      </button>
    </>
  );
}

function OrderForm({ path, part, about }: FormProps<Of<'order'>>) {
  const items = [...path, 'items'];
  return (
    <>
      <p className={styles.hint}>Pupils put them in order, from the largest number down.</p>
      <ol className={styles.items}>
        {part.items.map(({ is }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: an item is what stands in its place
          <li key={at}>
            <ItemWays path={items} at={at} of={part.items.length} what={`Item ${at + 1}`} />
            <TextField path={[...items, at, 'text']} label={`Item ${at + 1}`} />
            <ReadingSentence
              path={[...items, at, 'is']}
              label="Its number"
              reading={is}
              about={about}
              onChange={(reading) => setAt([...items, at, 'is'], reading)}
            />
          </li>
        ))}
      </ol>
      <Wrong path={items} />
      <button
        type="button"
        className={buttons.quiet}
        onClick={() => addTo(items, { id: freshLetter(part.items), text: '', is: freshReading(about.own) })}
      >
        Add an item
      </button>
    </>
  );
}

function NumberForm({ path, part, about }: FormProps<Of<'number'>>) {
  const ranges = [...path, 'ranges'];
  return (
    <>
      <ReadingSentence
        path={[...path, 'is']}
        label="The number asked for"
        reading={part.is}
        about={about}
        onChange={(reading) => setAt([...path, 'is'], reading)}
      />
      <SpanOf path={[...path, 'between']} label="Answers lie between" />
      <NumberOf path={[...path, 'step']} label="In steps of (if you like)" isOptional />
      <ol className={styles.items}>
        {(part.ranges ?? []).map(({ misconception }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a range is what stands in its place
          <li key={at}>
            <ItemWays path={ranges} at={at} of={part.ranges?.length ?? 0} what={`Range ${at + 1}`} />
            <SpanOf path={[...ranges, at, 'between']} label={`Range ${at + 1}: an answer between`} />
            <Misconception path={[...ranges, at]} value={misconception} />
          </li>
        ))}
      </ol>
      <button type="button" className={buttons.quiet} onClick={() => addTo(ranges, { between: [...part.between], misconception: 'none' })}>
        Add a range that shows something
      </button>
    </>
  );
}

function SketchForm({ path, part, about }: FormProps<Of<'sketch'>>) {
  const run = part.run === undefined ? about.own : (about.runs.find(({ name }) => name === part.run) ?? null);
  const scores = run ? scoresOf(run.experiment).filter((score) => !/\.\d+$|^firstLoss$/.test(score)) : [part.score];
  const loops = run?.experiment.loop ?? [];
  const option = (value: string, label = value) => ({ value, label });
  const set = (field: string) => (value: string) => setAt([...path, field], value === '' ? undefined : value);
  return (
    <>
      <div className={styles.row}>
        <Menu
          label="Curve of"
          value={part.score}
          options={[...new Set([...scores, part.score])].map((score) => option(score, scoreWords(score)))}
          onChange={set('score')}
        />
        {(loops.length > 1 || part.loop !== undefined) && (
          <Menu
            label="of the loop"
            value={part.loop ?? ''}
            options={[
              ...(part.loop === undefined ? [option('', '(which loop?)')] : []),
              ...[...new Set([...loops, ...(part.loop ? [part.loop] : [])])].map((loop) => option(loop, loopWords(loop))),
            ]}
            onChange={set('loop')}
          />
        )}
        {(about.runs.length > 1 || part.run !== undefined) && (
          <Menu
            label="in"
            value={part.run ?? ''}
            options={[option('', 'this run'), ...about.runs.map(({ name, title }) => option(name, title))]}
            onChange={set('run')}
          />
        )}
        {((run?.experiment.replicates ?? 1) > 1 || part.stat !== undefined) && (
          <Menu
            label="over its runs"
            value={part.stat ?? ''}
            options={[option('', 'the first one'), ...['median', 'mean', 'min', 'max'].map((stat) => option(stat))]}
            onChange={set('stat')}
          />
        )}
      </div>
      <Wrong path={[...path, 'score']} />
      <Wrong path={[...path, 'loop']} />
      <Wrong path={[...path, 'run']} />
      <fieldset className={styles.group}>
        <legend>Points at generations</legend>
        <div className={styles.row}>
          {part.x.map((generation, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a point is what stands in its place
            <Typed key={at} name={`Generation of point ${at + 1}`} value={generation} onChange={(value) => setAt([...path, 'x', at], value)} />
          ))}
          <button type="button" className={buttons.quiet} onClick={() => addTo([...path, 'x'], (part.x[part.x.length - 1] ?? 0) + 1)}>
            Add a point
          </button>
          {part.x.length > 2 && (
            <button type="button" className="textButton" onClick={() => removeFrom([...path, 'x'], part.x.length - 1, 'The last point is removed')}>
              Remove the last one
            </button>
          )}
        </div>
        {part.x.map((_, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a point is what stands in its place
          <Wrong key={at} path={[...path, 'x', at]} />
        ))}
      </fieldset>
      <SpanOf path={[...path, 'y']} label="Heights from" />
      <Tick label="On a logarithmic scale" isOn={part.scale === 'log'} onChange={(isOn) => setAt([...path, 'scale'], isOn ? 'log' : undefined)} />
    </>
  );
}

/** What a kind of prediction has of its own: a kind more is an entry more. */
export const QUESTION_FORMS: { readonly [Type in Kind]: ComponentType<FormProps<Of<Type>>> } = {
  choose: ChooseForm,
  order: OrderForm,
  number: NumberForm,
  sketch: SketchForm,
};
