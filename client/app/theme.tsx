import {
  createContext,
  type ReactElement,
  type ReactNode,
  use,
  useLayoutEffect,
  useMemo,
  useState,
} from 'react';
import { remember, remembered } from './remembered.ts';

const KEY = 'biaochi.theme';
export const THEMES = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

const ThemeContext = createContext<{ theme: Theme; setTheme: (theme: Theme) => void } | null>(null);

const darkSystem = (): MediaQueryList => matchMedia('(prefers-color-scheme: dark)');

/**
 * Sets `data-theme` on `<html>` to light or dark; `auto` follows the system. The tokens of the dark
 * theme hold for screens only, so paper is always light.
 */
export function ThemeProvider(props: { children: ReactNode }): ReactElement {
  const [theme, setTheme] = useState<Theme>(
    () => THEMES.find((known) => known === remembered(KEY)) ?? 'auto',
  );
  useLayoutEffect(() => {
    const system = darkSystem();
    const apply = () => {
      const dark = theme === 'dark' || (theme === 'auto' && system.matches);
      document.documentElement.dataset['theme'] = dark ? 'dark' : 'light';
    };
    apply();
    system.addEventListener('change', apply);
    return () => system.removeEventListener('change', apply);
  }, [theme]);
  const value = useMemo(
    () => ({
      theme,
      setTheme: (chosen: Theme) => {
        remember(KEY, chosen);
        setTheme(chosen);
      },
    }),
    [theme],
  );
  return <ThemeContext value={value}>{props.children}</ThemeContext>;
}

export function useTheme(): { theme: Theme; setTheme: (theme: Theme) => void } {
  const value = use(ThemeContext);
  if (value === null) throw new Error('outside ThemeProvider');
  return value;
}
