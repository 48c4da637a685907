import { Fragment, memo, type ReactElement, useMemo } from 'react';
import { useLanguage, useMessages, usePick } from '../app/language.tsx';
import { type Clause, clauseKey, type PlanDocument } from './clauses.ts';
import { ClauseLink } from './ClauseLink.tsx';
import { ClauseRuns } from './ClauseRuns.tsx';
import styles from './Document.module.css';
import { type Paragraph, paragraphsOf } from './paragraphs.ts';

/** The text, set like the printed document. No character of it is changed, added or left out. */
export const DocumentText = memo(function DocumentText(props: {
  document: PlanDocument;
  asked: Clause | null;
}): ReactElement {
  const { document, asked } = props;
  const blocks = useMemo(() => blocksOf(paragraphsOf(document.text)), [document.text]);
  return (
    <>
      {blocks.map((lines, at) => (
        <Fragment key={lines[0]?.start}>
          {at === 0 ? null : '\n'}
          <Block
            lines={lines}
            document={document}
            asked={asked}
            margin={document.clauses.filter(
              ({ subject, start }) =>
                (subject === 'measure' || subject === 'safeguard') &&
                lines.some((line) => start >= line.start && start < line.end),
            )}
          />
        </Fragment>
      ))}
    </>
  );
});

/** Lines of one title belong together; every other line stands for itself. */
function blocksOf(paragraphs: readonly Paragraph[]): Paragraph[][] {
  const blocks: Paragraph[][] = [];
  for (const paragraph of paragraphs) {
    const last = blocks.at(-1);
    if (paragraph.style === 'title' && last?.[0]?.style === 'title') last.push(paragraph);
    else blocks.push([paragraph]);
  }
  return blocks;
}

const TAGS = {
  title: 'h2',
  heading1: 'h3',
  heading2: 'h4',
  numbered: 'p',
  plain: 'p',
  salutation: 'p',
  blank: 'p',
} as const;

function Block(props: {
  lines: readonly Paragraph[];
  document: PlanDocument;
  asked: Clause | null;
  margin: readonly Clause[];
}): ReactElement {
  const { lines, document, asked, margin } = props;
  const style = lines[0]?.style ?? 'plain';
  const Tag = TAGS[style];
  return (
    <div className={styles['block']}>
      {margin.map((clause) => (
        <MarginMark key={clauseKey(clause)} clause={clause} asked={clause === asked} />
      ))}
      <Tag className={styles[style]} aria-hidden={style === 'blank' ? true : undefined}>
        {lines.map((line, at) => (
          <Fragment key={line.start}>
            {at === 0 ? null : '\n'}
            <ClauseRuns paragraph={line} document={document} asked={asked} />
          </Fragment>
        ))}
      </Tag>
    </div>
  );
}

/** Says in the margin which measure or safeguard begins here; drawn, no part of the text. */
function MarginMark(props: { clause: Clause; asked: boolean }): ReactElement {
  const { clause, asked } = props;
  const { document: words } = useMessages().plans;
  const { language } = useLanguage();
  const pick = usePick();
  const label = words.numbered[clause.subject](clause.code ?? clause.id);
  return (
    <ClauseLink
      clause={clause}
      className={styles['marginMark']}
      lang={language}
      data-label={label}
      aria-label={words.named(label, pick(clause.titleZh, clause.titleEn))}
      current={asked}
    />
  );
}
