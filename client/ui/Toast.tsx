import {
  createContext,
  type ReactElement,
  type ReactNode,
  use,
  useCallback,
  useEffect,
  useRef,
  useState,
} from 'react';
import { useMessages } from '../app/language.tsx';
import { Button } from './Button.tsx';
import styles from './Toast.module.css';

/** Long enough to read a sentence and reach the button. */
const SHOWN_MS = 8000;

interface Toast {
  readonly id: number;
  readonly text: string;
  /** Takes back what the text tells. */
  readonly undo?: () => void;
}

type Show = (text: string, undo?: () => void) => void;
const ToastContext = createContext<Show | null>(null);

/** Says in a corner that something was done: `toast('已停用', () => enableAgain())`. */
export function useToast(): Show {
  const show = use(ToastContext);
  if (show === null) throw new Error('outside ToastProvider');
  return show;
}

export function ToastProvider(props: { children: ReactNode }): ReactElement {
  const [toasts, setToasts] = useState<readonly Toast[]>([]);
  const next = useRef(0);
  const messages = useMessages();
  const show = useCallback<Show>((text, undo) => {
    next.current += 1;
    const toast = { id: next.current, text, ...(undo === undefined ? {} : { undo }) };
    setToasts((old) => [...old.slice(-2), toast]);
  }, []);
  const remove = useCallback(
    (id: number) => setToasts((old) => old.filter((toast) => toast.id !== id)),
    [],
  );
  return (
    <ToastContext value={show}>
      {props.children}
      <output aria-label={messages.app.toast.region} className={`${styles['region']} screenOnly`}>
        {toasts.map((toast) => (
          <OneToast key={toast.id} toast={toast} onGone={remove} />
        ))}
      </output>
    </ToastContext>
  );
}

/** Its time stands still while the pointer or the focus is on it. */
function OneToast(props: { toast: Toast; onGone: (id: number) => void }): ReactElement {
  const { toast, onGone } = props;
  const [held, setHeld] = useState(false);
  const { actions } = useMessages().app;
  useEffect(() => {
    if (held) return undefined;
    const timer = setTimeout(() => onGone(toast.id), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [held, toast.id, onGone]);
  return (
    <div
      className={styles['toast']}
      onMouseEnter={() => setHeld(true)}
      onMouseLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <span>{toast.text}</span>
      {toast.undo === undefined ? null : (
        <Button
          variant="link"
          onClick={() => {
            toast.undo?.();
            onGone(toast.id);
          }}
        >
          {actions.undo}
        </Button>
      )}
      <Button variant="link" onClick={() => onGone(toast.id)}>
        {actions.close}
      </Button>
    </div>
  );
}
