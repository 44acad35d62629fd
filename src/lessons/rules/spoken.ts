/** All numbers that a lesson speaks of, each with its place: in checks, questions, and `{{…}}` of texts. */
import { excerpt } from '../../engine/refusal';
import type { Fault, Path } from '../fault';
import type { Check, Comparison, Lesson, Prediction, Reading, Step } from '../lesson';
import { placeholdersIn, readReading } from '../placeholders';
import { textsOf } from './texts';

export interface Spoken {
  readonly reading: Reading;
  /** present where it is compared */
  readonly comparison?: Comparison;
  /** the number of the step; null outside of all */
  readonly step: number | null;
  /** whether it needs no generation: a sketch has its own, and what a number is compared with takes that of the number */
  readonly isTimeless?: boolean;
  /** predictions of the step that stand before it; absent: all of them */
  readonly predicted?: number;
  /** whether it is read before predictions are made */
  readonly isEarly?: boolean;
  /** what is wrong with one of its fields, by the words behind its name */
  readonly fault: (field: keyof Comparison | '', message: string) => Fault;
}

/** How faults of a reading at a path are told. */
const faultAt =
  (path: Path): Spoken['fault'] =>
  (field, message) => ({ path: field === '' ? path : [...path, field], message });

type Place = Pick<Spoken, 'step' | 'predicted'>;

export function inCheck(check: Check, path: Path, place: Place): Spoken[] {
  if ('all' in check) return check.all.flatMap((part, at) => inCheck(part, [...path, 'all', at], place));
  if ('any' in check) return check.any.flatMap((part, at) => inCheck(part, [...path, 'any', at], place));
  if ('not' in check) return inCheck(check.not, [...path, 'not'], place);
  const { ref } = check;
  const other: Spoken[] = typeof ref === 'object' ? [{ ...place, reading: ref, isTimeless: true, fault: faultAt([...path, 'ref']) }] : [];
  return [{ ...place, reading: check, comparison: check, fault: faultAt(path) }, ...other];
}

function inPrediction(prediction: Prediction, path: Path, place: Place): Spoken[] {
  switch (prediction.type) {
    case 'choose':
      return prediction.options.flatMap(({ holds }, at) => (holds ? inCheck(holds, [...path, 'options', at, 'holds'], place) : []));
    case 'order':
      return prediction.items.map(({ is }, at) => ({ ...place, reading: is, fault: faultAt([...path, 'items', at, 'is']) }));
    case 'number':
      return [{ ...place, reading: prediction.is, fault: faultAt([...path, 'is']) }];
    case 'sketch':
      return [{ ...place, reading: prediction, isTimeless: true, fault: faultAt(path) }];
  }
}

function inStep({ predict = [], observe = [], play, next = [] }: Step, step: number): Spoken[] {
  const path = ['steps', step];
  return [
    ...predict.flatMap((prediction, at) => inPrediction(prediction, [...path, 'predict', at], { step, predicted: at })),
    ...observe.map(({ is }, at): Spoken => ({ step, reading: is, fault: faultAt([...path, 'observe', at, 'is']) })),
    ...(play?.check ? inCheck(play.check, [...path, 'play', 'check'], { step }) : []),
    ...next.flatMap((branch, at) => (branch.if ? inCheck(branch.if, [...path, 'next', at, 'if'], { step }) : [])),
  ];
}

/** Texts that may hold `{{…}}`. */
const FILLED: readonly unknown[] = ['text', 'ask', 'again', 'untold', 'goal', 'says', 'limits'];

function inTexts(lesson: Lesson): { readonly spoken: Spoken[]; readonly faults: Fault[] } {
  const spoken: Spoken[] = [];
  const faults: Fault[] = [];
  for (const { path, text } of textsOf(lesson)) {
    const found = placeholdersIn(text);
    if (found === null) faults.push({ path, message: 'has “{{” or “}}” without its other half; write {{recall fresh-data 20}}' });
    else if (found.length > 0 && !FILLED.includes(path.at(-1))) faults.push({ path, message: 'may not hold {{…}}; texts and questions may' });
    else {
      for (const words of found) {
        const reading = readReading(words);
        const shown = `“{{${excerpt(words)}}}”`;
        const wrong = `holds ${shown}, which is no number of a run; write {{recall fresh-data 20}} or {{median recall fresh-data 20 of step.run}}`;
        if (reading === null) faults.push({ path, message: wrong });
        else spoken.push({ ...placeOf(path, lesson), reading, fault: (field, message) => ({ path, message: `: in ${shown}, ${field} ${message}` }) });
      }
    }
  }
  return { spoken, faults };
}

function placeOf([first, step, part]: Path, { steps }: Lesson): Pick<Spoken, 'step' | 'isEarly'> {
  if (first !== 'steps' || typeof step !== 'number') return { step: null };
  return { step, isEarly: steps[step].predict !== undefined && (part === 'text' || part === 'predict') };
}

export function spokenIn(lesson: Lesson): { readonly spoken: readonly Spoken[]; readonly faults: readonly Fault[] } {
  const claims = (lesson.claims ?? []).flatMap(({ holds }, at) => inCheck(holds, ['claims', at, 'holds'], { step: null }));
  const texts = inTexts(lesson);
  return { spoken: [...claims, ...lesson.steps.flatMap(inStep), ...texts.spoken], faults: texts.faults };
}
