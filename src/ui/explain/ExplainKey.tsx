import type { ControlWords } from '../../engine/keys/key';
import { SPEED_WORDS } from '../../engine/keys/run';
import { KEY_WORDS } from '../../engine/keyWords';
import { Explain } from './Explain';

const WORDS: Readonly<Record<string, ControlWords>> = { ...KEY_WORDS, speed: SPEED_WORDS };

interface ExplainKeyProps {
  readonly of: keyof typeof KEY_WORDS | 'speed';
  readonly label: string;
  /** what is chosen now, in its own words */
  readonly remarks?: readonly string[];
}

/** The label of a control, which explains it. The control itself bears the plain name. */
export function ExplainKey({ of: key, label, remarks = [] }: ExplainKeyProps) {
  const words = WORDS[key];
  return (
    <Explain words={{ ...words, direction: words.effect, remarks }} name={`About ${label}`} above>
      {label}
    </Explain>
  );
}
