import type { ReactElement } from 'react';
import type { Indicator } from '../../shared/plans.ts';
import { useFormat, useLanguage, useMessages } from '../app/language.tsx';
import { Notice } from '../ui/Notice.tsx';
import { SettingsSection, Standing } from './SettingsSection.tsx';
import { TargetForm } from './TargetForm.tsx';
import { baseYearOf, targetWords } from './targetWords.ts';
import type { TypedTarget } from './typedTarget.ts';
import { VersionTable } from './VersionTable.tsx';

/** The target in words, all its versions, and the form that adds one. */
export function TargetSection(props: {
  indicator: Indicator;
  typed: TypedTarget | null;
  onTyped: (typed: TypedTarget | null) => void;
}): ReactElement {
  const { indicator } = props;
  const messages = useMessages();
  const { language } = useLanguage();
  const format = useFormat();
  const words = messages.plans.settings;
  const speech = { language, messages };
  const [current] = indicator.targets;
  return (
    <SettingsSection
      id="target"
      title={words.targetTitle}
      form={
        indicator.expressions.length === 0 ? (
          <Notice>{words.targetFixed}</Notice>
        ) : (
          <TargetForm {...props} />
        )
      }
    >
      {current === undefined ? null : (
        <Standing note={current.pending ? words.pendingNote : undefined}>
          {current.pending
            ? messages.plans.target.pending
            : messages.plans.target.by(
                format.year(indicator.deadlineYear),
                targetWords(indicator, current, baseYearOf(indicator, current), speech),
              )}
        </Standing>
      )}
      <VersionTable
        caption={words.targetVersions}
        content={words.targetTitle}
        rows={indicator.targets.map((target) => ({
          ...target,
          content: (
            <>
              {targetWords(indicator, target, baseYearOf(indicator, target), speech)}
              {target.path === 'linear' && target.tonnesCut === null && target.kind === 'atMost'
                ? words.linear
                : null}
            </>
          ),
        }))}
      />
    </SettingsSection>
  );
}
