import { type ComponentType, lazy, type ReactNode, Suspense, useEffect } from 'react';
import { useStore } from 'zustand';
import { closeStory, storyStore } from './storyStore';

/** Where it can't be fetched there is no story, and all else works. */
function NoStory() {
  useEffect(closeStory, []);
  return null;
}

const StoryCard = lazy<ComponentType>(() => import('./StoryCard').catch(() => ({ default: NoStory })));

/** The story in the place of what is told otherwise. */
export function Story({ children }: { children: ReactNode }) {
  const { open } = useStore(storyStore);
  if (!open) return children;
  return (
    <Suspense fallback={children}>
      <StoryCard />
    </Suspense>
  );
}
