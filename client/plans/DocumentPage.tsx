import { type ReactElement, useRef } from 'react';
import { useMessages, usePick } from '../app/language.tsx';
import { useBoardSearch } from '../app/search.ts';
import { Loaded } from '../ui/Loaded.tsx';
import { Notice } from '../ui/Notice.tsx';
import { PageFrame } from '../ui/PageFrame.tsx';
import { SkeletonTable } from '../ui/Skeleton.tsx';
import { usePaper } from '../ui/usePaper.ts';
import { useDocument } from './api.ts';
import { ClauseList } from './ClauseList.tsx';
import { ClausePanel } from './ClausePanel.tsx';
import { askedClause, clauseKey, type PlanDocument } from './clauses.ts';
import styles from './Document.module.css';
import { DocumentFacts } from './DocumentFacts.tsx';
import { DocumentText } from './DocumentText.tsx';
import { ForPlan } from './ForPlan.tsx';
import { useClauseInView } from './useClauseInView.ts';

/** The source text as it was issued, with the place of every indicator, measure and rule in it. */
export function DocumentPage(): ReactElement {
  const { plans } = useMessages();
  usePaper('document');
  return (
    <PageFrame hideTitle title={plans.document.title}>
      <p className={`${styles['guide']} screenOnly`}>{plans.document.lead}</p>
      <ForPlan>{(plan) => <DocumentOf planId={plan.id} />}</ForPlan>
    </PageFrame>
  );
}

function DocumentOf({ planId }: { planId: string }): ReactElement {
  return (
    <Loaded result={useDocument(planId)} skeleton={<SkeletonTable rows={16} columns={1} />}>
      {(document) => <Opened document={document} />}
    </Loaded>
  );
}

function Opened({ document }: { document: PlanDocument }): ReactElement {
  const words = useMessages().plans.document;
  const pick = usePick();
  const { clause: key } = useBoardSearch();
  const asked = askedClause(document.clauses, key);
  const paper = useRef<HTMLElement | null>(null);
  useClauseInView(paper, asked === null ? null : clauseKey(asked));
  return (
    <div className={styles['spread']}>
      <ClauseList document={document} asked={asked} />
      <div>
        {key !== undefined && asked === null ? (
          <Notice tone="warning" className="screenOnly">
            {words.unknownClause}
          </Notice>
        ) : null}
        <article
          ref={paper}
          lang="zh-CN"
          aria-label={pick(document.titleZh, document.titleEn)}
          className={styles['paper']}
        >
          <DocumentText document={document} asked={asked} />
        </article>
      </div>
      <aside className={styles['beside']} aria-label={words.panel}>
        {asked === null ? null : <ClausePanel document={document} asked={asked} />}
        <DocumentFacts document={document} />
      </aside>
    </div>
  );
}
