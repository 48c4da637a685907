import type { ReactElement } from 'react';
import { useMessages, usePick } from '../app/language.tsx';
import { type Clause, type PlanDocument, sharing } from './clauses.ts';
import { ClauseLink } from './ClauseLink.tsx';
import styles from './Document.module.css';
import type { Paragraph } from './paragraphs.ts';
import { runsOf, type Segment, segmentsOf } from './segments.ts';

/** The words of one line, with its indicators as links and the asked clause as one highlight. */
export function ClauseRuns(props: {
  paragraph: Paragraph;
  document: PlanDocument;
  asked: Clause | null;
}): ReactElement {
  const { paragraph, document, asked } = props;
  const runs = runsOf(segmentsOf(paragraph, document.clauses, asked));
  return (
    <>
      {runs.map((run) => {
        const words = run.segments.map((segment) => (
          <Words key={segment.start} segment={segment} text={document.text} />
        ));
        if (!run.asked || asked === null) return words;
        return (
          <Highlight key={run.segments[0]?.start} document={document} asked={asked}>
            {words}
          </Highlight>
        );
      })}
    </>
  );
}

function Words({ segment, text }: { segment: Segment; text: string }): ReactElement {
  const said = text.slice(segment.start, segment.end);
  const { indicator, ending } = segment;
  const words =
    indicator === null ? (
      said
    ) : (
      <ClauseLink
        clause={indicator}
        className={styles['indicator']}
        {...(ending.length === 0 ? {} : { 'data-codes': ending.join(' ') })}
      >
        {said}
      </ClauseLink>
    );
  return segment.lead ? <strong>{words}</strong> : <>{words}</>;
}

/** `<mark>` may have no name of its own; the group around it has, and takes the focus. */
function Highlight(props: {
  document: PlanDocument;
  asked: Clause;
  children: ReactElement[];
}): ReactElement {
  const { document, asked, children } = props;
  const words = useMessages().plans.document;
  const pick = usePick();
  const names = sharing(document.clauses, asked).map((clause) =>
    words.named(
      words.numbered[clause.subject](clause.code ?? ''),
      pick(clause.titleZh, clause.titleEn),
    ),
  );
  return (
    <span
      role="group"
      aria-label={words.highlighted(names)}
      tabIndex={-1}
      data-asked=""
      className={styles['asked']}
    >
      <mark>{children}</mark>
    </span>
  );
}
