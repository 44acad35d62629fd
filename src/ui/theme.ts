import { createStore, useStore } from 'zustand';
import { queryHere, rewriteKey } from '../store/pageAddress';
import { paletteVariables } from './palette';
import { THEMES, themeIn } from './view/view';

export type Theme = (typeof THEMES)[number];

interface ThemeState {
  readonly theme: Theme;
  readonly dark: boolean;
}

const STORAGE_KEY = 'mad-lab-theme';

export const themeStore = createStore<ThemeState>(() => ({ theme: 'auto', dark: false }));

export const useTheme = () => useStore(themeStore, ({ theme }) => theme);

/** Small type of tokens.css and projector.css, px. */
const SMALL_TYPE = { page: 12, projector: 24 } as const;

export const useSmallType = (): number => SMALL_TYPE[useTheme() === 'projector' ? 'projector' : 'page'];

const isTheme = (text: string | null): text is Theme => THEMES.includes(text as Theme);

/** Storage is refused in sandboxed frames; the theme then lasts as long as the page. */
function remembered(): Theme | null {
  try {
    const text = localStorage.getItem(STORAGE_KEY);
    return isTheme(text) ? text : null;
  } catch {
    return null;
  }
}

/** Whether the host's ground asks for light words; null: the reader's system decides. */
let groundIsDark: boolean | null = null;

function apply(theme: Theme): void {
  paint(theme, theme === 'dark' || (theme === 'auto' && (groundIsDark ?? matchMedia('(prefers-color-scheme: dark)').matches)));
}

function paint(theme: Theme, dark: boolean): void {
  const root = document.documentElement;
  root.dataset.theme = dark ? 'dark' : 'light';
  root.toggleAttribute('data-projector', theme === 'projector');
  for (const [name, value] of Object.entries(paletteVariables(dark))) root.style.setProperty(name, value);
  themeStore.setState({ theme, dark });
}

/** The reader's choice: remembered, and where the link names a theme, written there, for the link wins. */
export function setTheme(theme: Theme): void {
  apply(theme);
  if (themeIn(queryHere())) rewriteKey('theme', theme);
  try {
    localStorage.setItem(STORAGE_KEY, theme);
  } catch {
    return;
  }
}

/** The link's `theme` key wins over what this browser remembers; so does the ground that a host gives its figure. */
export function startTheme(ground: boolean | null = null): void {
  groundIsDark = ground;
  apply(themeIn(queryHere()) ?? (ground === null ? remembered() : null) ?? 'auto');
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => apply(themeStore.getState().theme));
  // paper is white
  addEventListener('beforeprint', () => paint(themeStore.getState().theme, false));
  addEventListener('afterprint', () => apply(themeStore.getState().theme));
}
