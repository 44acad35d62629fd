import type { Prediction } from '../../lessons/lesson';
import { loopWords, scoresOf, scoreWords } from '../../lessons/make/sentence';
import buttons from '../forms/Buttons.module.css';
import { Menu, SpanOf, Tick, Typed, Wrong } from './fields';
import type { FormProps } from './formProps';
import styles from './Make.module.css';
import { addTo, removeFrom, setAt } from './makeStore';

/** A curve that pupils draw: of what, through which generations, between which heights. */
export function SketchForm({ path, part, about }: FormProps<Extract<Prediction, { type: 'sketch' }>>) {
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
