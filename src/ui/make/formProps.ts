import type { Path } from '../../lessons/fault';
import type { Step } from '../../lessons/lesson';
import type { About } from '../../lessons/make/sentence';

/** The form of one part of a step. */
export interface FormProps<Part> {
  readonly path: Path;
  readonly part: Part;
  readonly about: About;
}

/** The form of all that a step has of a kind. */
export interface PartProps {
  readonly at: number;
  readonly step: Step;
  readonly about: About;
}
