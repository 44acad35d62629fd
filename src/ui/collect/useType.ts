import { useTheme } from '../theme';

/** The size of words in a picture of a class, px: on a projector for the back row. */
export const useType = (): number => (useTheme() === 'projector' ? 24 : 14);
