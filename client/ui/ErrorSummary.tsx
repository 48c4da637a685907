import { type ReactElement, useRef } from 'react';
import { useMessages } from '../app/language.tsx';
import type { Issue } from '../../shared/problems.ts';
import { Button } from './Button.tsx';
import { Notice } from './Notice.tsx';
import styles from './Notice.module.css';
import { issueSentence } from './sentences.ts';

/**
 * All that needs correcting, on top of a form, each with a link to its field. `names` gives the
 * label of a pointer; an issue of the whole has none.
 */
export function ErrorSummary(props: {
  issues: readonly Issue[];
  names: Readonly<Record<string, string>>;
  /** Where a field says more than its issue: the sentence that stands at the field. */
  sentenceOf?: (issue: Issue) => string;
}): ReactElement {
  const { issues, names } = props;
  const messages = useMessages();
  const sentenceOf = props.sentenceOf ?? ((issue: Issue) => issueSentence(messages, issue));
  const box = useRef<HTMLDivElement | null>(null);
  const go = (pointer: string) => {
    const fields = box.current?.closest('form')?.querySelectorAll<HTMLElement>('[data-pointer]');
    const field = Array.from(fields ?? []).find((one) => one.dataset['pointer'] === pointer);
    field?.focus();
  };
  return (
    <Notice tone="error" ref={box} title={messages.app.errors.summary(issues.length)}>
      <ul className={styles['list']}>
        {issues.map((issue) => {
          const name = nameOf(issue.pointer, names);
          const sentence = sentenceOf(issue);
          const key = `${issue.pointer} ${issue.code}`;
          return (
            <li key={key} className={styles['item']}>
              {name === undefined ? (
                sentence
              ) : (
                <Button variant="link" onClick={() => go(name.pointer)}>
                  {name.label}
                  {messages.app.colon}
                  {sentence}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </Notice>
  );
}

/** The label of a pointer or of the nearest thing around it: `/roles/0` is told as `/roles`. */
function nameOf(
  pointer: string,
  names: Readonly<Record<string, string>>,
): { pointer: string; label: string } | undefined {
  for (let at = pointer; at !== ''; at = at.slice(0, at.lastIndexOf('/'))) {
    const label = names[at];
    if (label !== undefined) return { pointer: at, label };
  }
  return undefined;
}
