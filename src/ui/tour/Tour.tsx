import { type ComponentType, lazy, Suspense } from 'react';
import { useTour } from './tourStore';

const NO_TOUR: { readonly default: ComponentType } = { default: () => null };

/** Where it can't be fetched there is no tour, and all else works. */
const TourCard = lazy<ComponentType>(() => import('./TourCard').catch(() => NO_TOUR));

/** Comes first on the page, so that Tab and a screen reader meet it first. */
export function Tour() {
  const { step } = useTour();
  if (step === null) return null;
  return (
    <Suspense fallback={null}>
      <TourCard />
    </Suspense>
  );
}
