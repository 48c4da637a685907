import { type ReactElement, useId, useRef, useState } from 'react';
import { readListFile } from '../../shared/exchange.ts';
import { parseList } from '../../shared/list-input.ts';
import { nameKey } from '../../shared/list-rules.ts';
import { useMessages } from '../app/language.tsx';
import { Button } from '../ui/Button.tsx';
import { problemSentence } from '../ui/sentences.ts';
import { sendFile } from '../transfer.ts';
import { isWorkbook, tabbed, tableText, textOf } from './listFile.ts';
import styles from './lists.module.css';
import { type Row, rowOf } from './rows.ts';

const PROBLEMS_SHOWN = 8;
const ROWS_SHOWN = 5;
const LARGEST_FILE = 2 << 20;

/**
 * Where a list from a spreadsheet is pasted. Nothing comes into the table before somebody has seen
 * what was read.
 */
export function PasteBox(props: {
  planId: string;
  rows: readonly Row[];
  unit: string | null;
  onTake: (rows: Row[]) => void;
}): ReactElement {
  const { planId, rows, unit, onTake } = props;
  const messages = useMessages();
  const words = messages.lists;
  const id = useId();
  const input = useRef<HTMLInputElement | null>(null);
  const [text, setText] = useState('');
  const [refused, setRefused] = useState<string | null>(null);
  const [reading, setReading] = useState(false);
  const [sheets, setSheets] = useState<{ read: string; others: readonly string[] } | null>(null);
  const parsed = parseList(text, unit);
  const known = new Set(rows.map(({ name }) => nameKey(name)));
  const twice = parsed.rows.filter(({ entry }) => known.has(nameKey(entry.name))).length;
  const problems = parsed.rows.flatMap(({ line, problems: found }) =>
    found.map(({ code }) => ({ line, code })),
  );
  const taken = parsed.rows.filter(({ entry }) => entry.name !== '');
  const readFile = async (file: File) => {
    setRefused(null);
    setSheets(null);
    if (file.size > LARGEST_FILE) return setRefused(words.fileTooLarge);
    const bytes = new Uint8Array(await file.arrayBuffer());
    if (isWorkbook(bytes)) return readBook(file);
    const found = textOf(bytes);
    if (found === null) return setRefused(words.notText);
    return setText(tabbed(found));
  };
  const readBook = async (file: File) => {
    setReading(true);
    try {
      const table = await sendFile(readListFile, { params: { planId } }, file);
      setText(tableText(table.rows));
      setSheets({ read: table.sheet, others: table.otherSheets });
    } catch (error) {
      setRefused(problemSentence(messages, error));
    } finally {
      setReading(false);
    }
  };
  return (
    <div className={styles['paste']}>
      <label htmlFor={id} className={styles['pasteLabel']}>
        {words.paste}
      </label>
      <p className={styles['hint']} id={`${id}-hint`}>
        {words.pasteHint}
      </p>
      <textarea
        id={id}
        rows={2}
        className={styles['pasteInput']}
        placeholder={words.pasteBox}
        aria-describedby={`${id}-hint`}
        spellCheck={false}
        value={text}
        onChange={(event) => {
          setRefused(null);
          setSheets(null);
          setText(event.target.value);
        }}
      />
      <Button variant="link" pending={reading} onClick={() => input.current?.click()}>
        {reading ? words.readingFile : words.chooseFile}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={words.chooseFile}
        accept=".xlsx,.csv,.txt,.tsv,text/csv,text/plain"
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          // The same file may be chosen again after it was mended.
          if (file !== undefined) void readFile(file).finally(() => (target.value = ''));
        }}
      />
      {refused === null ? null : (
        <p role="alert" className={styles['refused']}>
          {refused}
        </p>
      )}
      {text.trim() === '' ? null : (
        <div className={styles['preview']} role="status">
          <p>
            <strong>
              {taken.length === 0
                ? words.readNothing
                : words.read(taken.length, problems.length, twice)}
            </strong>
          </p>
          {sheets === null || sheets.others.length === 0 ? null : (
            <p>{words.otherSheets(sheets.read, sheets.others)}</p>
          )}
          {parsed.headings ? <p>{words.headings}</p> : null}
          {parsed.left > 0 ? <p>{words.left(parsed.left)}</p> : null}
          {taken.length === 0 ? null : <Preview rows={taken.slice(0, ROWS_SHOWN)} />}
          {problems.length === 0 ? null : (
            <ul>
              {problems.slice(0, PROBLEMS_SHOWN).map(({ line, code }) => (
                <li key={`${line} ${code}`}>{words.problemAt(line, words.cells[code])}</li>
              ))}
              {problems.length > PROBLEMS_SHOWN ? (
                <li>{words.moreProblems(problems.length - PROBLEMS_SHOWN)}</li>
              ) : null}
            </ul>
          )}
          <p className={styles['choices']}>
            {taken.length === 0 ? null : (
              <Button
                variant="primary"
                onClick={() => {
                  onTake(taken.map(({ entry }) => rowOf(entry)));
                  setText('');
                }}
              >
                {words.take(taken.length)}
              </Button>
            )}
            <Button onClick={() => setText('')}>{words.dropPaste}</Button>
          </p>
        </div>
      )}
    </div>
  );
}

/** The first rows as they were read. */
function Preview(props: { rows: ReturnType<typeof parseList>['rows'] }): ReactElement {
  const words = useMessages().lists;
  return (
    <table className={`statTable ${styles['table']}`}>
      <thead>
        <tr>
          <th scope="col">{words.columns.name}</th>
          <th scope="col">{words.columns.documentNumber}</th>
          <th scope="col">{words.columns.recognisedOn}</th>
          <th scope="col" className="num">
            {words.columns.quantity}
          </th>
        </tr>
      </thead>
      <tbody>
        {props.rows.map(({ line, entry }) => (
          <tr key={line}>
            <td>{entry.name}</td>
            <td>{entry.documentNumber ?? ''}</td>
            <td>{entry.recognisedOn ?? ''}</td>
            <td className="num">{entry.quantity ?? <strong>{words.unread}</strong>}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
