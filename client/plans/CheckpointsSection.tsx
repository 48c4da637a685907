import type { ReactElement } from 'react';
import type { Indicator } from '../../shared/plans.ts';
import { useFormat, useLanguage, useMessages } from '../app/language.tsx';
import { Notice } from '../ui/Notice.tsx';
import { CheckpointsForm } from './CheckpointsForm.tsx';
import { SettingsSection, Standing } from './SettingsSection.tsx';
import { baseYearOf, exactly, sayOf } from './targetWords.ts';
import { standing } from './typedBaseline.ts';
import type { TypedCheckpoints } from './typedCheckpoints.ts';
import { VersionTable } from './VersionTable.tsx';

const STEPPED = ['atLeast', 'atMost', 'countRange', 'reduction'];

/** The yearly steps (年度分解目标), all their versions, and the form that puts them anew. */
export function CheckpointsSection(props: {
  indicator: Indicator;
  typed: TypedCheckpoints | null;
  onTyped: (typed: TypedCheckpoints | null) => void;
}): ReactElement {
  const { indicator } = props;
  const messages = useMessages();
  const { language } = useLanguage();
  const format = useFormat();
  const words = messages.plans.settings;
  const say = sayOf(indicator, { language, messages });
  const told = ({ checkpoints }: Indicator['checkpointSets'][number]): string =>
    checkpoints.length === 0
      ? words.checkpointsCleared
      : messages.plans.listedLong(
          checkpoints.map(({ year, value, reductionPct }) =>
            words.checkpointIs(
              format.year(year),
              value === null
                ? messages.plans.target.reduction(
                    baseYearOf(indicator, null),
                    `${reductionPct ?? 0}%`,
                  )
                : exactly(indicator, say, value),
            ),
          ),
        );
  const [current] = indicator.checkpointSets;
  const stepped = STEPPED.includes(standing(indicator).targetKind);
  return (
    <SettingsSection
      id="checkpoints"
      title={words.checkpointsTitle}
      form={stepped ? <CheckpointsForm {...props} /> : <Notice>{words.checkpointsNeedless}</Notice>}
    >
      <Standing note={stepped ? words.checkpointsNote : undefined}>
        {current === undefined ? words.noCheckpoints : told(current)}
      </Standing>
      <VersionTable
        caption={words.checkpointsVersions}
        content={words.checkpointsTitle}
        rows={indicator.checkpointSets.map((set) => ({ ...set, content: told(set) }))}
      />
    </SettingsSection>
  );
}
