import type { ReactElement } from 'react';
import type { Indicator } from '../../shared/plans.ts';
import { useFormat, useLanguage, useMessages, usePick } from '../app/language.tsx';
import { Notice } from '../ui/Notice.tsx';
import { BaselineForm } from './BaselineForm.tsx';
import { SettingsSection, Standing } from './SettingsSection.tsx';
import { exactly, sayOf } from './targetWords.ts';
import type { TypedBaseline } from './typedBaseline.ts';
import { VersionTable } from './VersionTable.tsx';

/** The figure that progress is counted from, all its versions, and the form that adds one. */
export function BaselineSection(props: {
  indicator: Indicator;
  typed: TypedBaseline | null;
  onTyped: (typed: TypedBaseline | null) => void;
}): ReactElement {
  const { indicator } = props;
  const messages = useMessages();
  const { language } = useLanguage();
  const format = useFormat();
  const pick = usePick();
  const words = messages.plans.settings;
  const say = sayOf(indicator, { language, messages });
  const told = ({ year, value }: { year: number; value: number | null }): string =>
    value === null
      ? words.baselineWithdrawn
      : words.baselineIs(format.year(year), exactly(indicator, say, value));
  const [current] = indicator.baselines;
  return (
    <SettingsSection
      id="baseline"
      title={words.baselineTitle}
      form={
        indicator.kind === 'milestone' ? (
          <Notice>{words.baselineNeedless}</Notice>
        ) : (
          <BaselineForm {...props} />
        )
      }
    >
      <Standing note={current === undefined ? words.noBaselineNote(indicator.kind) : undefined}>
        {current === undefined
          ? indicator.kind === 'milestone'
            ? words.baselineNotNeeded
            : words.noBaseline
          : told(current)}
      </Standing>
      <VersionTable
        caption={words.baselineVersions}
        content={words.baselineTitle}
        rows={indicator.baselines.map((baseline) => ({
          ...baseline,
          content: (
            <>
              {told(baseline)}
              {baseline.restated ? words.restatedTag : null}
            </>
          ),
          basis:
            baseline.basis === 'wording'
              ? words.byWording
              : baseline.basisZh === null
                ? null
                : pick(baseline.basisZh, baseline.basisEn ?? baseline.basisZh),
        }))}
      />
    </SettingsSection>
  );
}
