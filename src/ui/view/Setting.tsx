import { createContext, type ReactNode, use } from 'react';
import type { ControlName } from './controls';
import { Lock } from './Lock';
import { useControl, useLockedWords } from './viewStore';

const Locked = createContext('');

/** Why the setting around is locked, in words; '' where it is not. */
export const useLockedHere = (): string => use(Locked);

/** Controls whose names explain themselves, as link, lesson and host want them. Locked ones go on explaining: what can be changed of them stands in `Changeable`. */
export function Setting({ name, children }: { name: ControlName; children: ReactNode }) {
  const access = useControl(name);
  const reason = useLockedWords(name);
  if (access === 'hidden') return null;
  return access === 'locked' ? <Locked value={reason}>{children}</Locked> : children;
}

/** What can be changed of a setting, unless it is locked. */
export function Changeable({ children }: { children: ReactNode }) {
  const reason = useLockedHere();
  return reason === '' ? children : <Lock reason={reason}>{children}</Lock>;
}
