import { number } from '../../format';
import { MISCONCEPTIONS, type Misconception, type Prediction, type Question } from '../lesson';

/** An answer, and what whoever gives it may take for granted. */
interface Idea {
  readonly id: string;
  readonly answer: string;
  readonly idea: string;
}

const ideaOf = (id: string, answer: string, tag: Misconception | 'none'): readonly Idea[] =>
  tag === 'none' ? [] : [{ id, answer: answer.replace(/\.$/, ''), idea: MISCONCEPTIONS[tag] }];

/** What answers may tell a teacher; of whoever gave them they are no verdict. */
export function ideasIn(part: Prediction | Pick<Question, 'options'>): readonly Idea[] {
  if ('options' in part && part.options) return part.options.flatMap(({ id, text, misconception }) => ideaOf(id, text, misconception));
  if (!('type' in part) || part.type !== 'number') return [];
  return (part.ranges ?? []).flatMap(({ between: [low, high], misconception }) =>
    ideaOf(String(low), `${number(low)} to ${number(high)}`, misconception),
  );
}
