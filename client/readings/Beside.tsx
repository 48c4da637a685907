import { type ReactElement, Suspense } from 'react';
import type { BoardIndicator, KnownIndicator } from '../../shared/dashboard.ts';
import { takesList } from '../../shared/list-rules.ts';
import type { Indicator } from '../../shared/plans.ts';
import { useMessages, useName, usePick } from '../app/language.tsx';
import { useMay } from '../app/session.ts';
import { EvidencePanel } from '../evidence/api.ts';
import { ListSection } from '../lists/api.ts';
import { SkeletonTable } from '../ui/Skeleton.tsx';
import styles from './entry.module.css';

/** What lies beside a figure: the lists that it counts, and the files that prove it. */
export function Beside(props: {
  planId: string;
  year: number;
  indicator: BoardIndicator;
  ratio: Indicator['ratio'];
  /** null: nobody has begun the reading. */
  readingId: string | null;
  /** Whether the one who looks may type into it, or begin it. */
  editable: boolean;
  onBegin?: () => Promise<string | null>;
}): ReactElement | null {
  const { planId, year, indicator, ratio, readingId, editable, onBegin } = props;
  const { evidence, lists } = useMessages();
  const may = useMay();
  const subjects = useListed(indicator, ratio);
  if (!may('evidence.see')) return null;
  return (
    <>
      {subjects.length === 0 ? null : (
        <>
          <h2>{lists.title}</h2>
          <Suspense fallback={<SkeletonTable rows={1} columns={2} />}>
            <ListSection planId={planId} year={year} subjects={subjects} mayBegin={editable} />
          </Suspense>
        </>
      )}
      <h2>{evidence.title}</h2>
      <section
        aria-label={evidence.title}
        className={styles['evidence']}
        data-pointer="/evidence"
        tabIndex={-1}
      >
        <Suspense fallback={<SkeletonTable rows={2} columns={4} />}>
          <EvidencePanel
            readingId={readingId}
            mayBegin={editable}
            {...(onBegin === undefined ? {} : { onBegin })}
          />
        </Suspense>
      </section>
    </>
  );
}

/** The indicator itself where it is a count, or both parts of a ratio. */
function useListed(indicator: KnownIndicator, ratio: Indicator['ratio']) {
  const name = useName();
  const pick = usePick();
  const { documentKind: kind, multiplier, decimals, unitZh, unitEn } = indicator;
  if (ratio !== null) {
    return [ratio.numerator, ratio.denominator].map((part) => ({
      of: 'component' as const,
      subjectId: part.id,
      name: name(part),
      unit: pick(part.unitZh, ''),
    }));
  }
  if (!takesList({ kind, multiplier, decimals })) return [];
  const unit = pick(unitZh ?? '', unitEn === null ? '' : ` ${unitEn}`);
  return [{ of: 'indicator' as const, subjectId: indicator.id, name: name(indicator), unit }];
}
