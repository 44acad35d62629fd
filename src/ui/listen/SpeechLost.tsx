import { useStore } from 'zustand';
import { spokenStore } from './spoken';

/** Says where the sound of something of these names could not be fetched. */
export function SpeechLost({ of, className }: { of: (name: string) => boolean; className?: string }) {
  const isLost = useStore(spokenStore, ({ lost }) => lost !== null && of(lost));
  return (
    isLost && (
      <p role="alert" className={className}>
        The sound could not be loaded. Check the connection, then press again.
      </p>
    )
  );
}
