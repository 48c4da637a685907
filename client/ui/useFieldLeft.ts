import { type RefObject, useEffect, useRef } from 'react';

/**
 * Calls back when a field of a form is left, with its pointer (null: it has none). Where a press of
 * the mouse takes the focus away, only after the click: sentences that come and go move the page,
 * and what was pressed must not slip away under the pointer.
 */
export function useFieldLeft(
  form: RefObject<HTMLElement | null>,
  onLeft: (pointer: string | null) => void,
): void {
  const latest = useRef(onLeft);
  useEffect(() => {
    latest.current = onLeft;
  });
  useEffect(() => {
    const element = form.current;
    if (element === null) return undefined;
    let pressed = false;
    let waiting: (string | null)[] = [];
    const leave = (event: FocusEvent) => {
      const field = (event.target as HTMLElement).closest<HTMLElement>('[data-pointer]');
      waiting.push(field?.dataset['pointer'] ?? null);
      if (!pressed) tell();
    };
    const tell = () => {
      const left = waiting;
      waiting = [];
      for (const pointer of left) latest.current(pointer);
    };
    const press = () => {
      pressed = true;
    };
    const release = () => {
      pressed = false;
      // The click itself comes right after the release.
      setTimeout(tell, 0);
    };
    element.addEventListener('focusout', leave);
    document.addEventListener('pointerdown', press, true);
    document.addEventListener('pointerup', release, true);
    document.addEventListener('pointercancel', release, true);
    return () => {
      element.removeEventListener('focusout', leave);
      document.removeEventListener('pointerdown', press, true);
      document.removeEventListener('pointerup', release, true);
      document.removeEventListener('pointercancel', release, true);
    };
  }, [form]);
}
