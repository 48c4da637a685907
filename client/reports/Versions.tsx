import { type ReactElement, useState } from 'react';
import { type AnnualReport, REPORT_SECTIONS, type ReportSection } from '../../shared/reports.ts';
import { useFormat, useMessages } from '../app/language.tsx';
import { Loaded } from '../ui/Loaded.tsx';
import { Select } from '../ui/Select.tsx';
import { type ReportKey, useReportVersion } from './api.ts';
import { compareTexts } from './compare.ts';
import { draftsOf } from './drafts.ts';
import styles from './reports.module.css';

/** What changed between two drafts; at first between the last two. */
export function Versions({ of, report }: { of: ReportKey; report: AnnualReport }): ReactElement {
  const words = useMessages().reports.versions;
  const format = useFormat();
  const drafts = draftsOf(report.versions);
  const [from, setFrom] = useState<string | null>(null);
  const [to, setTo] = useState<string | null>(null);
  const [last, before] = drafts;
  if (last === undefined) {
    return (
      <section>
        <h2>{words.title}</h2>
        <p>{words.none}</p>
      </section>
    );
  }
  const later = to ?? String(last.version);
  const earlier = from ?? String(before?.version ?? 0);
  const options = drafts.map(({ version, by, at }) => ({
    value: String(version),
    label: words.option(version, by, format.dateTime(at)),
  }));
  const empty = { value: '0', label: words.empty };
  return (
    <section>
      <h2>{words.title}</h2>
      <Select label={words.from} value={earlier} options={[...options, empty]} onChange={setFrom} />
      <Select label={words.to} value={later} options={options} onChange={setTo} />
      <Compared of={of} from={Number(earlier)} to={Number(later)} />
    </section>
  );
}

function Compared({ of, from, to }: { of: ReportKey; from: number; to: number }): ReactElement {
  const words = useMessages().reports;
  const before = useReportVersion(of, from);
  const after = useReportVersion(of, to);
  const known = from === 0 ? after : before.data === undefined ? before : after;
  return (
    <Loaded result={known}>
      {() => {
        const left = textsIn(from === 0 ? undefined : before.data);
        const right = textsIn(after.data);
        const changed = REPORT_SECTIONS.filter(
          (section) => (left.get(section) ?? '') !== (right.get(section) ?? ''),
        );
        if (changed.length === 0) return <p>{words.versions.same}</p>;
        return (
          <dl className={styles['compared']}>
            {changed.map((section) => (
              <div key={section}>
                <dt>{words.editor.sections[section]}</dt>
                {compareTexts(left.get(section) ?? '', right.get(section) ?? '').map(
                  ({ kind, text }, at) => (
                    // oxlint-disable-next-line react/no-array-index-key
                    <dd key={at} lang="zh-CN">
                      {kind === 'added' ? (
                        <ins>{text}</ins>
                      ) : kind === 'removed' ? (
                        <del>{text}</del>
                      ) : (
                        text
                      )}
                    </dd>
                  ),
                )}
              </div>
            ))}
          </dl>
        );
      }}
    </Loaded>
  );
}

function textsIn(
  version: { readonly texts: readonly { section: ReportSection; text: string }[] } | undefined,
): Map<ReportSection, string> {
  return new Map(version?.texts.map(({ section, text }) => [section, text]) ?? []);
}
