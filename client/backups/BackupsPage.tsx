import { useMutation } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { type BackupRun, startBackup, startDrill } from '../../shared/backups.ts';
import { useFormat, useMessages } from '../app/language.tsx';
import { call } from '../call.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ErrorState } from '../ui/ErrorState.tsx';
import { Notice } from '../ui/Notice.tsx';
import { PageFrame } from '../ui/PageFrame.tsx';
import { Progress } from '../ui/Progress.tsx';
import { problemSentence } from '../ui/sentences.ts';
import { SkeletonTable } from '../ui/Skeleton.tsx';
import { useToast } from '../ui/Toast.tsx';
import { useBackups } from './api.ts';
import styles from './backups.module.css';
import { BackupTable } from './BackupTable.tsx';

/** `/backups`: whether last night's backup is good, what there is, one now, and the drill. */
export function BackupsPage(): ReactElement {
  const messages = useMessages();
  const { backups: words } = messages;
  const toast = useToast();
  const backups = useBackups();
  const make = useMutation({
    mutationFn: () => call(startBackup, {}),
    onSuccess: () => toast(words.started),
  });
  const drill = useMutation({
    mutationFn: () => call(startDrill, {}),
    onSuccess: () => toast(words.drillStarted),
  });
  const { data } = backups;
  const running = data?.items.find(({ endedAt }) => endedAt === null) ?? null;
  const provable = data?.items.some(({ kept, kind }) => kept && kind !== 'drill') === true;
  const problem = make.error ?? drill.error;
  return (
    <PageFrame
      title={words.title}
      lead={words.lead}
      actions={
        <>
          <Button
            pending={drill.isPending}
            disabled={running !== null || !provable}
            onClick={() => drill.mutate()}
          >
            {running?.kind === 'drill' ? words.drilling : words.drill}
          </Button>
          <Button
            variant="primary"
            pending={make.isPending}
            disabled={running !== null}
            onClick={() => make.mutate()}
          >
            {running !== null && running.kind !== 'drill' ? words.making : words.make}
          </Button>
        </>
      }
    >
      {problem === null ? null : <Notice tone="error">{problemSentence(messages, problem)}</Notice>}
      {backups.isPending ? <SkeletonTable rows={8} columns={6} /> : null}
      {backups.error === null || data !== undefined ? null : (
        <ErrorState error={backups.error} onRetry={() => void backups.refetch()} />
      )}
      {data === undefined ? null : (
        <>
          {running === null ? null : (
            <p>
              <Progress
                label={`${words.kinds[running.kind]} · ${words.progress}`}
                value={data.progress ?? 1}
                max={1}
                text={words.percent(data.progress ?? 1)}
              />
            </p>
          )}
          <Standing items={data.items} />
          <dl className={styles['facts']}>
            <dt>{words.kinds.nightly}</dt>
            <dd>
              {data.nightlyHour === null ? words.nightlyOff : words.nightly(data.nightlyHour)}
            </dd>
            <dt>{words.secondLabel}</dt>
            <dd>{data.secondFolder ? words.second : words.noSecond}</dd>
            <dt>{words.spaceLabel}</dt>
            <Space free={data.freeBytes} needed={data.neededBytes} />
            <dt>{words.drill}</dt>
            <dd>{words.drillHelp}</dd>
          </dl>
          {data.items.length === 0 ? (
            <EmptyState title={words.never}>{words.neverBody}</EmptyState>
          ) : (
            <BackupTable items={data.items} />
          )}
        </>
      )}
    </PageFrame>
  );
}

/** What an administrator looks for in the morning: is the last one good, was one ever proved. */
function Standing({ items }: { items: readonly BackupRun[] }): ReactElement {
  const { backups: words } = useMessages();
  const format = useFormat();
  const last = items.find(({ kind, endedAt }) => kind !== 'drill' && endedAt !== null);
  const good = items.find(({ kind, outcome }) => kind !== 'drill' && outcome === 'ok');
  const drilled = items.find(({ kind, outcome }) => kind === 'drill' && outcome === 'ok');
  const lacking = last?.damagedFiles ?? 0;
  return (
    <>
      {last?.outcome === 'failed' ? (
        <Notice
          tone="error"
          title={words.lastFailed(words.kinds[last.kind], format.dateTime(last.startedAt))}
        >
          {words.faults[last.fault ?? 'failed']}
        </Notice>
      ) : null}
      {lacking > 0 ? <Notice tone="warning">{words.partial(lacking)}</Notice> : null}
      {last?.secondCopy === 'failed' ? <Notice tone="warning">{words.secondFailed}</Notice> : null}
      {good === undefined ? null : (
        <p className={styles['standing']}>
          {words.lastGood(format.dateTime(good.startedAt))}
          <br />
          {drilled === undefined
            ? words.neverDrilled
            : words.lastDrill(format.dateTime(drilled.startedAt))}
        </p>
      )}
    </>
  );
}

function Space({ free, needed }: { free: number; needed: number }): ReactElement {
  const { backups: words } = useMessages();
  const format = useFormat();
  return (
    <dd>
      {words.space(format.bytes(free), format.bytes(needed))}
      {free < needed ? <strong> {words.spaceShort}</strong> : null}
    </dd>
  );
}
