import { useStore } from 'zustand';
import { spokenStore, toggleSay } from './spoken';

interface SayButtonProps {
  /** of what is heard */
  readonly name: string;
  readonly pictures: () => readonly (Uint8Array | null)[];
  readonly label?: string;
  readonly onEach?: (at: number) => void;
}

/** Speaks pictures, or ends that. */
export function SayButton({ name, pictures, label, onEach }: SayButtonProps) {
  const isHeard = useStore(spokenStore, ({ now }) => now?.name === name);
  return (
    <button type="button" className="textButton" aria-label={isHeard ? undefined : label} onClick={() => toggleSay(name, pictures(), onEach)}>
      {isHeard ? 'Stop' : 'Hear'}
    </button>
  );
}
