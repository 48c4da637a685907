import { useParams } from '@tanstack/react-router';
import { type ReactElement, useEffect, useState } from 'react';
import type { Department } from '../../shared/accounts.ts';
import type { Indicator } from '../../shared/plans.ts';
import { useMessages, useName } from '../app/language.tsx';
import { LeaveGuard } from '../ui/LeaveGuard.tsx';
import { Loaded } from '../ui/Loaded.tsx';
import { PageFrame } from '../ui/PageFrame.tsx';
import { useDepartments, useIndicator } from './api.ts';
import { BaselineSection } from './BaselineSection.tsx';
import { ChecksSection } from './ChecksSection.tsx';
import { CheckpointsSection } from './CheckpointsSection.tsx';
import { DepartmentsSection } from './DepartmentsSection.tsx';
import { SettingsHead } from './SettingsHead.tsx';
import { TargetSection } from './TargetSection.tsx';
import type { TypedBaseline } from './typedBaseline.ts';
import type { TypedChecks } from './typedChecks.ts';
import type { TypedCheckpoints } from './typedCheckpoints.ts';
import type { TypedDepartments } from './typedDepartments.ts';
import type { TypedTarget } from './typedTarget.ts';

/** What an administrator settles: departments, target, baseline, checkpoints, checks. */
export function IndicatorSettingsPage(): ReactElement {
  const { indicatorId = '' } = useParams({ strict: false });
  const words = useMessages().plans.settings;
  const name = useName();
  const result = useIndicator(indicatorId);
  const departments = useDepartments();
  const indicator = result.data;
  return (
    <PageFrame
      title={indicator === undefined ? words.title : words.titleOf(indicator.code, name(indicator))}
      lead={words.lead}
    >
      <Loaded result={result}>
        {(loaded) => (
          <Loaded result={departments}>
            {({ items }) => <Settings key={loaded.id} indicator={loaded} departments={items} />}
          </Loaded>
        )}
      </Loaded>
    </PageFrame>
  );
}

/** What is typed in each part and not saved yet; null: nothing, so what stands is shown. */
interface Typed {
  readonly departments: TypedDepartments | null;
  readonly target: TypedTarget | null;
  readonly baseline: TypedBaseline | null;
  readonly checkpoints: TypedCheckpoints | null;
  readonly checks: TypedChecks | null;
}
const NOTHING: Typed = {
  departments: null,
  target: null,
  baseline: null,
  checkpoints: null,
  checks: null,
};

function Settings(props: {
  indicator: Indicator;
  departments: readonly Department[];
}): ReactElement {
  const { indicator, departments } = props;
  const [typed, setTyped] = useState(NOTHING);
  const put =
    <Part extends keyof Typed>(part: Part) =>
    (next: Typed[Part]) =>
      setTyped((old) => ({ ...old, [part]: next }));
  useEffect(() => {
    // The part that the address names, once there is something to go to.
    const part = globalThis.location.hash.slice(1);
    if (part === '') return;
    const title = document.querySelector<HTMLElement>(`#${CSS.escape(part)}-title`);
    title?.scrollIntoView();
    title?.focus({ preventScroll: true });
  }, []);
  return (
    <>
      <SettingsHead indicator={indicator} />
      <DepartmentsSection
        indicator={indicator}
        departments={departments}
        typed={typed.departments}
        onTyped={put('departments')}
      />
      <TargetSection indicator={indicator} typed={typed.target} onTyped={put('target')} />
      <BaselineSection indicator={indicator} typed={typed.baseline} onTyped={put('baseline')} />
      <CheckpointsSection
        indicator={indicator}
        typed={typed.checkpoints}
        onTyped={put('checkpoints')}
      />
      <ChecksSection indicator={indicator} typed={typed.checks} onTyped={put('checks')} />
      <LeaveGuard active={Object.values(typed).some((part) => part !== null)} />
    </>
  );
}
