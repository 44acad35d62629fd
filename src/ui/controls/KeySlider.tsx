import { useMemo } from 'react';
import { type Experiment, type Key, SCHEMA } from '../../engine/experiment';
import type { NumberKey } from '../../engine/keys/key';
import { specOf } from '../../engine/keyText';
import { labStore } from '../../store/labStore';
import { controlValues } from '../../store/selectors';
import { useLab } from '../../store/useLab';
import { ExplainKey } from '../explain/ExplainKey';
import { Slider } from './Slider';
import { countScale, linearScale } from './scale';
import { When } from './When';

export type NumberKeyName = Exclude<{ [K in keyof Experiment]: Experiment[K] extends number ? K : never }[keyof Experiment], 'v'>;

/** Whether any number of a range will do. */
export const isNumber = (key: Key): key is NumberKeyName => {
  const spec = specOf(key);
  return (spec.type === 'integer' || spec.type === 'number') && !spec.allowed;
};

/** What every slider here is about need not stand beside each. */
const EVERY = / per generation$/;

export const numberSpec = (key: NumberKeyName): NumberKey => SCHEMA[key];

export const changeNumber = (key: NumberKeyName, value: number): void => labStore.getState().change({ [key]: value });

export function ruleOf(key: NumberKeyName) {
  const { label, min, max, pageMax, type, allowed } = numberSpec(key);
  return { name: label, min, max: pageMax ?? max, whole: type === 'integer', allowed: allowed?.map(({ value }) => value) };
}

interface KeySliderProps {
  readonly of: NumberKeyName;
  readonly colour?: string;
  readonly hint?: string;
  /** use the whole range of the key, not the part that the slider usually ends at */
  readonly whole?: boolean;
  /** where it ends before the key's range does */
  readonly end?: number | undefined;
}

export function KeySlider({ of: key, colour, hint, whole = false, end }: KeySliderProps) {
  const value = useLab((state) => controlValues(state)[key]);
  const fallback = useLab(({ draft }) => numberSpec(key).fallback(draft));
  const scale = useMemo(() => {
    const spec = numberSpec(key);
    const last = end ?? (whole ? spec.max : (spec.sliderMax ?? spec.max));
    return spec.scale === 'log' ? countScale(spec.min, last, [fallback]) : linearScale(spec.min, last, spec.type === 'integer' ? 1 : 0.01);
  }, [key, whole, end, fallback]);
  return (
    <Slider
      scale={scale}
      rule={ruleOf(key)}
      value={value}
      onCommit={(next) => changeNumber(key, next)}
      label={<ExplainKey of={key} label={numberSpec(key).label} short={numberSpec(key).label.replace(EVERY, '')} />}
      when={<When of={key} />}
      {...(hint && { hint })}
      {...(colour && { colour })}
    />
  );
}
