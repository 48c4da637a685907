import type { ReactElement } from 'react';
import type { KnownIndicator } from '../../shared/dashboard.ts';
import { takesList } from '../../shared/list-rules.ts';
import type { Indicator } from '../../shared/plans.ts';
import { useMessages, useName, usePick } from '../app/language.tsx';
import { useMay } from '../app/session.ts';
import { EvidencePanel } from '../evidence/api.ts';
import { ListSection } from '../lists/api.ts';
import styles from './entry.module.css';

/** What lies beside a figure: the lists that it counts, and the files that prove it. */
export function Beside(props: {
  planId: string;
  year: number;
  indicator: KnownIndicator;
  ratio: Indicator['ratio'];
  /** null: nobody has begun the reading. */
  readingId: string | null;
  /** Whether the one who looks may type into it, or begin it. */
  editable: boolean;
  onBegin?: () => Promise<string | null>;
  /** In a narrow panel, below headings of its own. */
  compact?: boolean;
}): ReactElement | null {
  const { planId, year, indicator, ratio, readingId, editable, onBegin, compact = false } = props;
  const { evidence, lists } = useMessages();
  const may = useMay();
  const subjects = useListed(indicator, ratio);
  const Heading = compact ? 'h3' : 'h2';
  if (!may('evidence.see')) return null;
  return (
    <>
      {subjects.length === 0 ? null : (
        <>
          <Heading>{lists.title}</Heading>
          <ListSection
            planId={planId}
            year={year}
            subjects={subjects}
            mayBegin={editable}
            compact={compact}
          />
        </>
      )}
      <Heading>{evidence.title}</Heading>
      <section
        aria-label={evidence.title}
        className={styles['evidence']}
        data-pointer="/evidence"
        tabIndex={-1}
      >
        <EvidencePanel
          besideId={readingId}
          mayBegin={editable}
          compact={compact}
          {...(onBegin === undefined ? {} : { onBegin })}
        />
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
