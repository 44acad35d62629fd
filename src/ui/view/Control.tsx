import type { ReactNode } from 'react';
import type { ControlName } from './controls';
import { Lock } from './Lock';
import { useControl, useLockedWords } from './viewStore';

/** A control as link, lesson and host want it: there, not there, or there and locked. */
export function Control({ name, children }: { name: ControlName; children: ReactNode }) {
  const access = useControl(name);
  const reason = useLockedWords(name);
  if (access === 'hidden') return null;
  return access === 'locked' ? <Lock reason={reason}>{children}</Lock> : children;
}
