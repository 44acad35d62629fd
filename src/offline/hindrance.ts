/** Why this place cannot keep the page, whatever is tried. */
export type Hindrance = 'file' | 'sandbox' | 'insecure' | 'unsupported' | 'refused';

/** What stands in the way here, before anything is tried; null: nothing. */
export function hindranceHere(): Hindrance | null {
  if (location.protocol === 'file:') return 'file';
  if (window.origin === 'null') return 'sandbox';
  if (!window.isSecureContext) return 'insecure';
  return 'serviceWorker' in navigator && 'caches' in window ? null : 'unsupported';
}
