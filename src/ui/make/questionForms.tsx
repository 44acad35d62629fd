import type { ComponentType } from 'react';
import type { Prediction } from '../../lessons/lesson';
import { freshLetter } from '../../lessons/make/draft';
import { freshCheck, freshReading } from '../../lessons/make/fresh';
import buttons from '../forms/Buttons.module.css';
import { CheckSentence, ReadingSentence } from './CheckSentence';
import { NumberOf, SpanOf, TextField, Tick, Wrong } from './fields';
import type { FormProps } from './formProps';
import { ItemWays, Misconception } from './items';
import styles from './Make.module.css';
import { addTo, setAt, tick } from './makeStore';
import { SketchForm } from './SketchForm';

type Kind = Prediction['type'];
type Of<Type extends Kind> = Extract<Prediction, { type: Type }>;

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

/** What a kind of prediction has of its own: a kind more is an entry more. */
export const QUESTION_FORMS: { readonly [Type in Kind]: ComponentType<FormProps<Of<Type>>> } = {
  choose: ChooseForm,
  order: OrderForm,
  number: NumberForm,
  sketch: SketchForm,
};
