import type { Kind } from '../contracts';
import { images } from './images';
import { points } from './points';

/** What samples may be. Adding a kind: one file here, one line below, and its views in `ui/kinds`. */
export const kinds: readonly Kind[] = [points, images];
