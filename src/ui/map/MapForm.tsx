import { useMemo, useState } from 'react';
import type { Experiment, Key } from '../../engine/experiment';
import { NumberField } from '../controls/NumberField';
import type { NumberRule } from '../controls/readNumber';
import { countScale, linearScale } from '../controls/scale';
import fields from '../forms/Fields.module.css';
import { loopName } from '../text/loopNames';
import { useWide } from '../useWide';
import styles from './Map.module.css';
import { axisKeys, COUNTS, highestOf, type MapChoice, MOST_REPLICATES, movedTo, numberSpec, type Range, scoresOf } from './mapChoice';

/** A window so high has room for the choices above the square that is looked at, px. */
const TALL = 840;

interface FieldProps {
  readonly word: string;
  readonly rule: NumberRule;
  readonly value: number;
  readonly step?: number;
  readonly onCommit: (value: number) => void;
}

/** A number with its word before it. */
function Field({ word, rule, value, step, onCommit }: FieldProps) {
  const { min, max } = rule;
  const scale = useMemo(() => (step === undefined ? countScale(min, max, []) : linearScale(min, max, step)), [min, max, step]);
  return (
    <div className={styles.number}>
      <span aria-hidden="true">{word}</span>
      <NumberField rule={rule} value={value} next={scale.next} onCommit={onCommit} />
    </div>
  );
}

interface SideProps {
  readonly name: string;
  readonly range: Range;
  readonly keys: readonly Key[];
  readonly experiment: Experiment;
  readonly onChange: (range: Range) => void;
}

/** A setting along one side: which, between which values, how many. */
function Side({ name, range, keys, experiment, onChange }: SideProps) {
  const { key, from, to, count } = range;
  const { label, min, type } = numberSpec(key);
  const whole = type === 'integer';
  const rule = (word: string) => ({ name: `${label}, ${word}`, min, max: highestOf(key, experiment), whole });
  const step = whole ? {} : { step: 0.05 };
  return (
    <fieldset className={styles.side}>
      <legend>{name}</legend>
      <select
        className={fields.field}
        aria-label={`${name}: setting`}
        value={key}
        onChange={(event) => onChange(movedTo(range, event.target.value as Key, experiment))}
      >
        {keys.map((one) => (
          <option key={one} value={one}>
            {numberSpec(one).label}
          </option>
        ))}
      </select>
      <Field word="from" rule={rule('from')} value={from} {...step} onCommit={(value) => onChange({ ...range, from: value })} />
      <Field word="to" rule={rule('to')} value={to} {...step} onCommit={(value) => onChange({ ...range, to: value })} />
      <Field
        word="values"
        rule={{ name: `${label}, how many values`, ...COUNTS, whole: true }}
        value={count}
        step={1}
        onCommit={(value) => onChange({ ...range, count: value })}
      />
    </fieldset>
  );
}

interface MapFormProps {
  readonly experiment: Experiment;
  readonly choice: MapChoice;
  readonly onChange: (choice: MapChoice) => void;
}

/** What is drawn: two settings, the score, of which loop, how often. */
export function MapForm({ experiment, choice, onChange }: MapFormProps) {
  const { x, y, loop, score, replicates } = choice;
  const wide = useWide();
  const [isOpen] = useState(wide && window.innerHeight >= TALL);
  const keys = axisKeys({ ...experiment, loop: [loop] });
  const change = (part: Partial<MapChoice>) => onChange({ ...choice, ...part });
  // the setting that is along the other side changes places
  const turn = (part: 'x' | 'y', next: Range) => {
    const other = part === 'x' ? y : x;
    const isTaken = next.key === other.key;
    const moved = isTaken ? { ...choice[part], count: other.count } : other;
    const taken = isTaken ? { ...other, count: next.count } : next;
    change(part === 'x' ? { x: taken, y: moved } : { x: moved, y: taken });
  };
  const choose = (next: string) => {
    const left = axisKeys({ ...experiment, loop: [next] });
    const still = (range: Range, not: Key): Range =>
      left.includes(range.key) ? range : movedTo(range, left.find((key) => key !== not) ?? range.key, experiment);
    const across = still(x, y.key);
    change({ loop: next, x: across, y: still(y, across.key) });
  };
  return (
    <details className={styles.form} open={isOpen}>
      <summary>What is drawn</summary>
      <Side name="Across" range={x} keys={keys} experiment={experiment} onChange={(next) => turn('x', next)} />
      <Side name="Up" range={y} keys={keys} experiment={experiment} onChange={(next) => turn('y', next)} />
      <fieldset className={styles.side}>
        <legend>Colour</legend>
        <select className={fields.field} aria-label="Score" value={score} onChange={(event) => change({ score: event.target.value })}>
          {scoresOf(experiment).map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
        {experiment.loop.length > 1 && (
          <select className={fields.field} aria-label="Loop" value={loop} onChange={(event) => choose(event.target.value)}>
            {experiment.loop.map((id) => (
              <option key={id} value={id}>
                {loopName(id)}
              </option>
            ))}
          </select>
        )}
        <Field
          word="replicates"
          rule={{ name: 'Replicates of each square', min: 1, max: MOST_REPLICATES, whole: true }}
          value={replicates}
          step={1}
          onCommit={(value) => change({ replicates: value })}
        />
      </fieldset>
    </details>
  );
}
