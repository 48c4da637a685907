import { useMemo } from 'react';
import type { KnownIndicator } from '../../shared/dashboard.ts';
import type { Say } from '../../shared/figures.ts';
import { useLanguage, useMessages } from '../app/language.tsx';
import { speakerOf, type Speech } from '../dashboard/api.ts';

/** The language of the reader, for the pure functions that write. */
export function useSpeech(): Speech {
  const { language } = useLanguage();
  const messages = useMessages();
  return useMemo(() => ({ language, messages }), [language, messages]);
}

/** Puts the figures of an indicator into the language of the reader. */
export function useSay(indicator: KnownIndicator): Say {
  const speech = useSpeech();
  return useMemo(() => speakerOf(indicator, speech), [indicator, speech]);
}
