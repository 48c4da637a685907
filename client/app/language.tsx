import {
  createContext,
  type ReactElement,
  type ReactNode,
  use,
  useEffect,
  useMemo,
  useState,
} from 'react';
import * as format from '../../shared/i18n/format.ts';
import { type Language, LANGUAGES } from '../../shared/i18n/languages.ts';
import { first } from '../../shared/i18n/zh-CN/first.ts';
import type { Messages } from '../../shared/i18n/zh-CN.ts';
import { remember, remembered } from './remembered.ts';

const KEY = 'biaochi.language';

interface Speech {
  readonly language: Language;
  readonly messages: Messages;
  readonly setLanguage: (language: Language) => void;
}

const SpeechContext = createContext<Speech | null>(null);

/** The language that was chosen on this machine; 中文 where nobody has chosen. */
function chosenLanguage(): Language {
  return LANGUAGES.find((known) => known === remembered(KEY)) ?? 'zh-CN';
}

/** Of the first screens from the start, of all others once `allMessages` has been waited for. */
const chinese = first as Messages;
let all: Promise<void> | undefined;

/**
 * Fetches the Chinese sentences that the first screens do without; every page but the first waits for
 * them together with its own code.
 */
export async function allMessages(): Promise<void> {
  all ??= import('../../shared/i18n/zh-CN.ts').then(
    ({ zhCN }) => void Object.assign(chinese, zhCN),
  );
  // Asked for again where the line broke.
  await all.catch((error: unknown) => {
    all = undefined;
    throw error;
  });
}

/** Chinese is in the main chunk; English comes when it is asked for, whole. */
async function loadMessages(language: Language): Promise<Messages> {
  return language === 'zh-CN' ? chinese : (await import('../../shared/i18n/en.ts')).en;
}

/** What the first drawing needs, so that an English reader never sees Chinese flash by. */
export async function firstSpeech(): Promise<{ language: Language; messages: Messages }> {
  const language = chosenLanguage();
  try {
    return { language, messages: await loadMessages(language) };
  } catch {
    return { language: 'zh-CN', messages: chinese };
  }
}

/** Gives the page its language, sets `<html lang>`, remembers a change and switches without reload. */
export function LanguageProvider(props: {
  first: { language: Language; messages: Messages };
  children: ReactNode;
}): ReactElement {
  const [spoken, setSpoken] = useState(props.first);
  useEffect(() => {
    document.documentElement.lang = spoken.language;
  }, [spoken.language]);
  const speech = useMemo<Speech>(
    () => ({
      ...spoken,
      setLanguage: (language) => {
        remember(KEY, language);
        void loadMessages(language).then((messages) => setSpoken({ language, messages }));
      },
    }),
    [spoken],
  );
  return <SpeechContext value={speech}>{props.children}</SpeechContext>;
}

function useSpeech(): Speech {
  const speech = use(SpeechContext);
  if (speech === null) throw new Error('outside LanguageProvider');
  return speech;
}

/** Every sentence, in the language of the reader. */
export function useMessages(): Messages {
  return useSpeech().messages;
}

export function useLanguage(): {
  language: Language;
  setLanguage: (language: Language) => void;
} {
  const { language, setLanguage } = useSpeech();
  return { language, setLanguage };
}

export interface Formats {
  /** A size on disk. */
  bytes: (value: number) => string;
  number: (value: number, decimals: number) => string;
  /** Of a share: 1 is 100%. */
  percent: (share: number, decimals?: number) => string;
  year: (value: number) => string;
  date: (dayOrInstant: string) => string;
  dateTime: (instant: string) => string;
  /** Of an amount in fen: 50万元, CNY 500,000. */
  money: (fen: bigint) => string;
}

/** Numbers and dates as the reader writes them. */
export function useFormat(): Formats {
  const { language } = useSpeech();
  return useMemo(
    () => ({
      number: (value, decimals) => format.number(language, value, decimals),
      bytes: (value) => format.bytes(language, value),
      percent: (share, decimals) => format.percent(language, share, decimals),
      year: (value) => format.year(language, value),
      date: (value) => format.date(language, value),
      dateTime: (value) => format.dateTime(language, value),
      money: (fen) => format.money(language, fen),
    }),
    [language],
  );
}

/**
 * Picks between two wordings of the data.
 * @example usePick()('科经局', 'Technology bureau')
 */
export function usePick(): (zh: string, en: string) => string {
  const { language } = useSpeech();
  return useMemo(() => (zh: string, en: string) => (language === 'zh-CN' ? zh : en), [language]);
}

/** The name of a thing of the data: `useName()(indicator)`. */
export function useName(): (thing: { nameZh: string; nameEn: string }) => string {
  const pick = usePick();
  return useMemo(() => (thing) => pick(thing.nameZh, thing.nameEn), [pick]);
}
