import { useEffect, useRef, useState } from 'react';
import { type AgendaItem, getMeeting, saveNotes } from '../../shared/meetings.ts';
import { ApiProblem, call } from '../call.ts';

/**
 * `typed`: it is about to be saved; `unsaved`: it could not be, and is tried again; `stale`: somebody
 * else wrote, the newer text is shown and the own one kept beside it.
 */
export type NotesState = 'saved' | 'typed' | 'saving' | 'unsaved' | 'stale';

const PAUSE_MS = 800;
const AGAIN_MS = 4000;

export interface Notes {
  readonly text: string;
  readonly state: NotesState;
  /** What was written here and could not be saved, because somebody else wrote; '' : nothing. */
  readonly kept: string;
  readonly type: (text: string) => void;
  /** Writes what was kept below what is there now. */
  readonly append: () => void;
  /** Saves at once what is typed: the field was left. */
  readonly flush: () => void;
}

/**
 * The notes of an agenda item, saved while one types, each save on the version of the last. Nothing
 * that was typed is ever taken away by what another screen saved.
 */
export function useNotes(meetingId: string, item: AgendaItem): Notes {
  const [text, setText] = useState(item.notes ?? '');
  const [state, setState] = useState<NotesState>('saved');
  const [kept, setKept] = useState('');
  const saved = useRef({ text: item.notes ?? '', version: item.notesVersion });
  const latest = useRef(text);
  const busy = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);

  const later = (wait: number): void => {
    if (timer.current !== null) clearTimeout(timer.current);
    timer.current = setTimeout(() => void save(), wait);
  };

  const save = async (): Promise<void> => {
    if (timer.current !== null) clearTimeout(timer.current);
    const typed = latest.current;
    if (busy.current) return;
    if (typed.trim() === saved.current.text) {
      setState((before) => (before === 'typed' ? 'saved' : before));
      return;
    }
    busy.current = true;
    setState('saving');
    try {
      const { version } = await call(
        saveNotes,
        { params: { meetingId, itemId: item.id }, body: { text: typed } },
        { version: saved.current.version },
      );
      saved.current = { text: typed.trim(), version };
      setState('saved');
    } catch (error) {
      const yielded =
        error instanceof ApiProblem && error.code === 'staleVersion' && (await yieldTo(typed));
      if (yielded) return;
      setState('unsaved');
      later(AGAIN_MS);
    } finally {
      busy.current = false;
    }
    if (latest.current !== typed) {
      setState('typed');
      later(PAUSE_MS);
    }
  };

  /**
   * Takes the text of the other screen over, and keeps the own one beside it; unless the other text is
   * the own one, whose answer was lost on the way.
   * @returns whether there was something to take over
   */
  const yieldTo = async (sent: string): Promise<boolean> => {
    const meeting = await call(getMeeting, { params: { meetingId } }).catch(() => null);
    const there = meeting?.agenda.find(({ id }) => id === item.id);
    if (there === undefined) return false;
    saved.current = { text: there.notes ?? '', version: there.notesVersion };
    if (saved.current.text === sent.trim()) {
      setState('saved');
      if (latest.current !== sent) later(PAUSE_MS);
      return true;
    }
    const own = latest.current;
    latest.current = saved.current.text;
    setText(saved.current.text);
    setKept((before) => (before === '' ? own : `${before}\n${own}`));
    setState('stale');
    return true;
  };

  // What another screen saved is shown here where nothing is being written.
  useEffect(() => {
    if (busy.current || item.notesVersion <= saved.current.version) return;
    if (latest.current.trim() !== saved.current.text) return;
    saved.current = { text: item.notes ?? '', version: item.notesVersion };
    latest.current = saved.current.text;
    setText(saved.current.text);
  }, [item.notes, item.notesVersion]);

  const flush = useRef(save);
  useEffect(() => {
    flush.current = save;
  });
  useEffect(() => () => void flush.current(), []);

  const type = (typed: string): void => {
    latest.current = typed;
    setText(typed);
    if (!busy.current) setState('typed');
    later(PAUSE_MS);
  };

  return {
    text,
    state,
    kept,
    type,
    append: () => {
      type([latest.current, kept].filter((part) => part !== '').join('\n'));
      setKept('');
    },
    flush: () => void save(),
  };
}
