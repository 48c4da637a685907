import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { type KeyMeaning, meaningOf, type StageAction } from './stageKeys.ts';

/** How long a number that is typed waits for its next digit or Enter. */
const BUFFER_MS = 2500;

/** Where a key belongs to what has the focus: fields, and Enter and Space on a button. */
function isTakenBy(target: EventTarget | null, key: string): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.closest('input, select, textarea, [role="dialog"]') !== null) return true;
  return (key === 'Enter' || key === ' ') && target.closest('button, a') !== null;
}

/**
 * The keys of the stage, clickers included. Numbers are gathered until Enter.
 * @returns the digits typed so far, to be shown
 */
export function useStageKeys(
  act: (action: StageAction) => void,
  jump: (number: number) => void,
): string {
  const [digits, setDigits] = useState('');
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const take = (meaning: KeyMeaning): void => {
    globalThis.clearTimeout(timer.current);
    if ('digit' in meaning) {
      setDigits((typed) => (typed + meaning.digit).slice(-3));
      timer.current = globalThis.setTimeout(() => setDigits(''), BUFFER_MS);
      return;
    }
    setDigits('');
    if ('action' in meaning) act(meaning.action);
    else if (digits === '') act('next');
    else jump(Number(digits));
  };
  const onKey = useEffectEvent((event: KeyboardEvent): void => {
    const meaning = meaningOf(event);
    if (meaning === null || isTakenBy(event.target, event.key)) return;
    event.preventDefault();
    take(meaning);
  });
  useEffect(() => {
    document.addEventListener('keydown', onKey);
    return () => {
      document.removeEventListener('keydown', onKey);
      globalThis.clearTimeout(timer.current);
    };
  }, []);
  return digits;
}
