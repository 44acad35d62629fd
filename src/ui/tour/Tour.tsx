import { lazy, Suspense } from 'react';
import { useTour } from './tourStore';

const TourCard = lazy(() => import('./TourCard'));

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
