import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type ReactElement, useState } from 'react';
import { acceptImport, annotateSheet, type ImportDiff } from '../../shared/exchange.ts';
import { useFormat, useLanguage, useMessages } from '../app/language.tsx';
import { ApiProblem, call } from '../call.ts';
import { sendForFile } from '../transfer.ts';
import { saveFile } from '../ui/saveFile.ts';
import { Button } from '../ui/Button.tsx';
import { MixedText } from '../ui/MixedText.tsx';
import { Notice } from '../ui/Notice.tsx';
import { problemSentence } from '../ui/sentences.ts';
import { useToast } from '../ui/Toast.tsx';
import { BadCells } from './BadCells.tsx';
import { ChangesTable } from './ChangesTable.tsx';
import { choosable, chosenAtFirst, chosenChanges } from './choose.ts';
import styles from './exchange.module.css';

/** What a workbook would change, and what in it could not be read. */
export function ImportResult(props: {
  planId: string;
  year: number;
  file: File;
  diff: ImportDiff;
  /** Compare once more: somebody changed something meanwhile. */
  onAgain: () => void;
}): ReactElement {
  const { planId, year, file, diff, onAgain } = props;
  const messages = useMessages();
  const { language } = useLanguage();
  const { dateTime } = useFormat();
  const navigate = useNavigate();
  const toast = useToast();
  const words = messages.exchange.page;
  const params = { planId, year: String(year) };
  const [chosen, setChosen] = useState(() => chosenAtFirst(diff));
  const [failed, setFailed] = useState<unknown>(null);

  const accept = useMutation({
    mutationFn: () => call(acceptImport, { params, body: { rows: chosenChanges(diff, chosen) } }),
    onSuccess: ({ saved }) => {
      toast(saved === 0 ? words.acceptedNothing : words.accepted(saved));
      void navigate({ to: '/entry', search: (old) => ({ plan: old.plan, year }) });
    },
  });
  const annotate = async (): Promise<void> => {
    setFailed(null);
    try {
      const input = { params, query: { language } };
      const { name, content } = await sendForFile(annotateSheet, input, file);
      saveFile(name, content);
    } catch (error) {
      setFailed(error);
    }
  };

  const fields = diff.rows.flatMap((row) => row.fields);
  const conflicts = fields.filter(({ conflict }) => conflict).length;
  const bad = diff.badCells.length + fields.filter(({ issues }) => issues.length > 0).length;
  const title =
    fields.length > 0
      ? words.summary(fields.length, diff.rows.length)
      : bad === 0
        ? words.nothing
        : words.onlyBad;
  const stale = accept.error instanceof ApiProblem && accept.error.code === 'staleVersion';
  return (
    <section className={styles['diff']} aria-label={words.caption}>
      <div role="status">
        <h2>{title}</h2>
      </div>
      <ul className={styles['facts']}>
        <li>
          <MixedText text={file.name} /> · {words.madeAt(dateTime(diff.madeAt))}
        </li>
        {fields.length === 0 && bad === 0 ? <li>{words.nothingBody}</li> : null}
        {conflicts === 0 ? null : <li>{words.conflicts(conflicts)}</li>}
        {bad === 0 ? null : <li>{words.bad(bad)}</li>}
        {diff.unknownCodes.length === 0 ? null : (
          <li>
            <MixedText text={words.unknown(diff.unknownCodes.join(', '))} />
          </li>
        )}
        {diff.ignoredColumns.length === 0 ? null : (
          <li>
            <MixedText text={words.ignored(diff.ignoredColumns.join(', '))} />
          </li>
        )}
      </ul>
      {bad === 0 ? null : (
        <div className={styles['tools']}>
          <Button onClick={() => void annotate()}>{words.annotated}</Button>
        </div>
      )}
      <div role="alert">
        {failed === null ? null : <Notice tone="error">{problemSentence(messages, failed)}</Notice>}
        {accept.error === null ? null : (
          <Notice tone="error">
            <p>{stale ? words.stale : problemSentence(messages, accept.error)}</p>
            {stale ? <Button onClick={onAgain}>{words.again}</Button> : null}
          </Notice>
        )}
      </div>
      {fields.length === 0 ? null : (
        <>
          <div className={styles['tools']}>
            <Button variant="quiet" onClick={() => setChosen(choosable(diff))}>
              {words.takeAll}
            </Button>
            <Button variant="quiet" onClick={() => setChosen(new Set())}>
              {words.takeNone}
            </Button>
          </div>
          <ChangesTable rows={diff.rows} chosen={chosen} onChoose={setChosen} />
          <div className={`${styles['bar']} screenOnly`}>
            <Button
              variant="primary"
              pending={accept.isPending || chosen.size === 0}
              onClick={() => accept.mutate()}
            >
              {accept.isPending ? words.accepting : words.accept(chosen.size)}
            </Button>
            {chosen.size === 0 ? <span>{words.noneChosen}</span> : null}
          </div>
        </>
      )}
      <BadCells cells={diff.badCells} />
    </section>
  );
}
