import { createContext, useContext } from 'react';
import type { Fault, Path } from '../../lessons/fault';
import { isWithin } from '../../lessons/make/draft';
import { faultWords } from '../../lessons/make/placeWords';

/** All that keeps the draft from being a lesson, for the forms below. */
export const Faults = createContext<readonly Fault[]>([]);

export const isSamePath = (one: Path, other: Path): boolean => one.length === other.length && one.every((key, at) => key === other[at]);

/** What is wrong at a place itself, in words; '' where nothing is. */
export const useFault = (path: Path): string =>
  useContext(Faults)
    .filter((fault) => isSamePath(fault.path, path))
    .map(({ message }) => faultWords(message))
    .join(' ');

/** The name under which a field is found again. */
export const fieldId = (path: Path): string => `make-${path.join('-')}`;

/** What is wrong anywhere within a place, in words. */
export const useFaultsWithin = (path: Path): readonly string[] => [
  ...new Set(
    useContext(Faults)
      .filter((fault) => isWithin(fault.path, path))
      .map(({ message }) => faultWords(message)),
  ),
];
