import { useMutation } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import {
  type AnnualReport,
  commentReport,
  REPORT_SECTIONS,
  type ReportComment,
  type ReportSection,
  settleComment,
} from '../../shared/reports.ts';
import { useFormat, useMessages } from '../app/language.tsx';
import { call } from '../call.ts';
import { Button } from '../ui/Button.tsx';
import { ErrorState } from '../ui/ErrorState.tsx';
import { Select } from '../ui/Select.tsx';
import { TextArea } from '../ui/TextField.tsx';
import type { ReportKey } from './api.ts';
import styles from './reports.module.css';

/** Remarks of those who write the report, to each other. */
export function Comments({ of, report }: { of: ReportKey; report: AnnualReport }): ReactElement {
  const words = useMessages().reports;
  const [section, setSection] = useState<ReportSection>('problems');
  const [text, setText] = useState('');
  const add = useMutation({
    mutationFn: () => call(commentReport, { params: of, body: { section, text } }),
    onSuccess: () => setText(''),
  });
  return (
    <section>
      <h2>{words.comments.title}</h2>
      {report.comments.length === 0 ? <p>{words.comments.none}</p> : null}
      <ul className={styles['comments']}>
        {report.comments.map((comment) => (
          <CommentItem key={comment.id} comment={comment} />
        ))}
      </ul>
      <Select
        label={words.comments.section}
        value={section}
        options={REPORT_SECTIONS.map((value) => ({ value, label: words.editor.sections[value] }))}
        onChange={setSection}
      />
      <TextArea label={words.comments.text} rows={2} value={text} onChange={setText} />
      {add.error === null ? null : <ErrorState error={add.error} />}
      <Button pending={add.isPending} disabled={text.trim() === ''} onClick={() => add.mutate()}>
        {words.comments.add}
      </Button>
    </section>
  );
}

function CommentItem({ comment }: { comment: ReportComment }): ReactElement {
  const words = useMessages().reports;
  const format = useFormat();
  const settle = useMutation({
    mutationFn: () => call(settleComment, { params: { commentId: comment.id } }),
  });
  return (
    <li>
      <p className={styles['hint']}>
        {`${words.editor.sections[comment.section]} · ${words.comments.by(comment.by, format.dateTime(comment.at))}`}
      </p>
      <p lang="zh-CN">{comment.text}</p>
      {comment.settledBy === null ? (
        <Button variant="link" pending={settle.isPending} onClick={() => settle.mutate()}>
          {words.comments.settle}
        </Button>
      ) : (
        <p className={styles['hint']}>{words.comments.settled(comment.settledBy)}</p>
      )}
      {settle.error === null ? null : <ErrorState error={settle.error} />}
    </li>
  );
}
