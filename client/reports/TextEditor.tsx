import type { ReactElement } from 'react';
import type { ReportSection } from '../../shared/reports.ts';
import { FACTS, TEXT_SECTIONS } from '../../shared/reports/words.ts';
import { useFormat, useMessages } from '../app/language.tsx';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import { TextArea, TextField } from '../ui/TextField.tsx';
import styles from './reports.module.css';
import type { Clash, KeptState, TextKeeper } from './TextKeeper.ts';

/** What people write, part by part, with what is asked of each; it is saved by itself. */
export function TextEditor(props: { keeper: TextKeeper; state: KeptState }): ReactElement {
  const { keeper, state } = props;
  const words = useMessages().reports.editor;
  return (
    <section>
      <h2>{words.title}</h2>
      <SaveLine state={state} />
      {TEXT_SECTIONS.map((section) => (
        <Part key={section} section={section} keeper={keeper} state={state} />
      ))}
      <h3>{words.asideTitle}</h3>
      {FACTS.map((section) => (
        <Part key={section} section={section} keeper={keeper} state={state} />
      ))}
    </section>
  );
}

function SaveLine({ state }: { state: KeptState }): ReactElement {
  const words = useMessages().reports.editor;
  const format = useFormat();
  const said = state.failed
    ? words.failed
    : state.saving
      ? words.saving
      : state.unsent.length > 0
        ? words.unsaved
        : state.savedAt === null
          ? words.untouched
          : words.saved(format.dateTime(state.savedAt).slice(-5));
  return (
    <p role="status" className={styles['hint']}>
      {said}
    </p>
  );
}

const ROWS: Readonly<Partial<Record<ReportSection, number>>> = {
  opening: 3,
  results: 4,
  measures: 6,
  problems: 5,
  nextSteps: 5,
};

function Part(props: {
  section: ReportSection;
  keeper: TextKeeper;
  state: KeptState;
}): ReactElement {
  const { section, keeper, state } = props;
  const words = useMessages().reports.editor;
  const value = state.texts.get(section) ?? '';
  const clash = state.clashes.get(section);
  const prompt = words.prompts[section];
  const common = {
    label: words.sections[section],
    ...(prompt === undefined ? {} : { hint: prompt }),
    value,
    onChange: (text: string) => keeper.type(section, text),
    onBlur: () => void keeper.flush(),
  };
  const rows = ROWS[section];
  return (
    <>
      {rows === undefined ? (
        <TextField {...common} type={section === 'signedOn' ? 'date' : 'text'} />
      ) : (
        <TextArea {...common} rows={rows} lang="zh-CN" />
      )}
      {clash === undefined ? null : <ClashNotice section={section} clash={clash} keeper={keeper} />}
    </>
  );
}

function ClashNotice(props: {
  section: ReportSection;
  clash: Clash;
  keeper: TextKeeper;
}): ReactElement {
  const { section, clash, keeper } = props;
  const words = useMessages().reports.editor;
  return (
    <Notice tone="warning" role="alert">
      <p>{words.clash(clash.by)}</p>
      <p>{words.theirs}</p>
      <blockquote className={styles['theirs']}>{clash.text}</blockquote>
      <span className={styles['files']}>
        <Button onClick={() => keeper.keepMine(section)}>{words.keepMine}</Button>
        <Button onClick={() => keeper.takeTheirs(section)}>{words.takeTheirs}</Button>
      </span>
    </Notice>
  );
}
