import { type DragEvent, type ReactElement, useRef, useState } from 'react';
import { getSheetTemplate, type ImportDiff, importSheet } from '../../shared/exchange.ts';
import type { Messages } from '../../shared/i18n/zh-CN.ts';
import { useLanguage, useMessages } from '../app/language.tsx';
import { ApiProblem, download } from '../call.ts';
import { sendFile } from '../transfer.ts';
import { saveFile } from '../ui/saveFile.ts';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import { Progress } from '../ui/Progress.tsx';
import { problemSentence } from '../ui/sentences.ts';
import styles from './exchange.module.css';
import { ImportResult } from './ImportResult.tsx';

/** A workbook on its way: what was sent of it, or what came back. */
type Upload =
  | { readonly state: 'sending'; readonly file: File; readonly share: number }
  | { readonly state: 'failed'; readonly problem: unknown }
  | { readonly state: 'compared'; readonly file: File; readonly diff: ImportDiff };

/** Download on the left, upload on the right, below them what would change. */
export function ExchangeView(props: { planId: string; year: number }): ReactElement {
  const { planId, year } = props;
  const messages = useMessages();
  const { language } = useLanguage();
  const words = messages.exchange.page;
  const params = { planId, year: String(year) };
  const [upload, setUpload] = useState<Upload | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const [fetching, setFetching] = useState(false);
  const [over, setOver] = useState(false);
  const input = useRef<HTMLInputElement | null>(null);

  const fetchTemplate = async (): Promise<void> => {
    setFetching(true);
    setProblem(null);
    try {
      const { name, content } = await download(getSheetTemplate, { params, query: { language } });
      saveFile(name, content);
    } catch (error) {
      setProblem(error);
    }
    setFetching(false);
  };

  const compare = async (file: File): Promise<void> => {
    setUpload({ state: 'sending', file, share: 0 });
    try {
      const diff = await sendFile(importSheet, { params }, file, (share) =>
        setUpload({ state: 'sending', file, share }),
      );
      setUpload({ state: 'compared', file, diff });
    } catch (error) {
      setUpload({ state: 'failed', problem: error });
    }
  };

  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    const [file] = Array.from(event.dataTransfer.files);
    if (file !== undefined) void compare(file);
  };

  return (
    <>
      <div className={styles['ways']}>
        <section className={styles['way']}>
          <h2>1. {words.download}</h2>
          <p>{words.downloadHint}</p>
          <div role="alert">
            {problem === null ? null : (
              <Notice tone="error">{problemSentence(messages, problem)}</Notice>
            )}
          </div>
          <Button variant="primary" pending={fetching} onClick={() => void fetchTemplate()}>
            {words.download}
          </Button>
        </section>
        <section className={styles['way']}>
          <h2>2. {words.upload}</h2>
          <p>{words.uploadHint}</p>
          <div
            className={styles['drop']}
            data-over={over || undefined}
            onDragOver={(event) => {
              event.preventDefault();
              setOver(true);
            }}
            onDragLeave={() => setOver(false)}
            onDrop={drop}
          >
            <input
              ref={input}
              type="file"
              className="visuallyHidden"
              tabIndex={-1}
              aria-label={words.choose}
              accept=".xlsx"
              onChange={({ target }) => {
                const [file] = Array.from(target.files ?? []);
                // The same file again is a change, too: it may have been saved meanwhile.
                target.value = '';
                if (file !== undefined) void compare(file);
              }}
            />
            <Button pending={upload?.state === 'sending'} onClick={() => input.current?.click()}>
              {upload === null ? words.choose : words.chooseOther}
            </Button>
            {upload?.state === 'sending' ? <Sending upload={upload} words={words} /> : null}
          </div>
          <div role="alert">
            {upload?.state === 'failed' ? (
              <Notice tone="error">
                <Refused problem={upload.problem} messages={messages} />
              </Notice>
            ) : null}
          </div>
        </section>
      </div>
      {upload?.state === 'compared' ? (
        <ImportResult
          key={`${upload.diff.madeAt} ${upload.file.lastModified}`}
          planId={planId}
          year={year}
          file={upload.file}
          diff={upload.diff}
          onAgain={() => void compare(upload.file)}
        />
      ) : null}
    </>
  );
}

function Sending(props: {
  upload: Extract<Upload, { state: 'sending' }>;
  words: Messages['exchange']['page'];
}): ReactElement {
  const { upload, words } = props;
  const percent = Math.round(upload.share * 100);
  return (
    <output>
      <Progress
        label={words.reading(upload.file.name)}
        value={percent}
        max={100}
        text={upload.share < 1 ? words.sent(percent) : words.comparing}
      />
    </output>
  );
}

/** A sheet of another year says which. */
function Refused(props: { problem: unknown; messages: Messages }): ReactElement {
  const { problem, messages } = props;
  const words = messages.exchange.page;
  const errors = problem instanceof ApiProblem ? problem.errors : [];
  const said = errors.flatMap(({ pointer, values = {} }) => {
    if (pointer === '/plan') return [words.otherPlan];
    if (pointer === '/department') return [words.otherDepartment];
    return pointer === '/year'
      ? [words.otherYear(String(values['found']), String(values['wanted']))]
      : [];
  });
  return (
    <>
      <p>{problemSentence(messages, problem)}</p>
      {said.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </>
  );
}
