/** What is wrong with a lesson, and where. */
export type Path = readonly (string | number)[];

export interface Fault {
  readonly path: Path;
  /** what stands behind the place in a sentence: "is missing; it has to be …" */
  readonly message: string;
}

const nameOf = (value: unknown): string | undefined => {
  const id = typeof value === 'object' && value !== null && 'id' in value ? value.id : undefined;
  return typeof id === 'string' ? id : undefined;
};

/** A place as in JavaScript, `steps[3].predict[0].type`. */
export const placeText = (path: Path): string =>
  path.map((key, at) => (typeof key === 'number' ? `[${key}]` : `${at === 0 ? '' : '.'}${key}`)).join('') || 'the lesson';

/** The same for whoever reads Markdown, where steps have names and no numbers: `treat.predict[0].type`. */
export function placeInMarkdown(path: Path, lesson: unknown): string {
  const [first, number] = path;
  const steps: unknown = typeof lesson === 'object' && lesson !== null && 'steps' in lesson ? lesson.steps : undefined;
  const step = first === 'steps' && typeof number === 'number' && Array.isArray(steps) ? nameOf(steps[number]) : undefined;
  return step === undefined ? placeText(path) : placeText([step, ...path.slice(2)]);
}

/** What stands there, however wild the value. */
export const sentenceOf = ({ message }: Fault, place: string): string => (message.startsWith(':') ? `${place}${message}` : `${place} ${message}`);
