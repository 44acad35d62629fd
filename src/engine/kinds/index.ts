import { images } from './images';
import type { Kind } from './kind';
import { points } from './points';
import { text } from './text';

/** What samples may be. Adding a kind: one file here, one line below, and its views in `ui/kinds`. */
export const kinds: readonly Kind[] = [points, images, text];
