import { useInfiniteQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { listAudit } from '../../shared/audit.ts';
import { useMessages } from '../app/language.tsx';
import { call } from '../call.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ErrorState } from '../ui/ErrorState.tsx';
import { PageFrame } from '../ui/PageFrame.tsx';
import { SkeletonTable } from '../ui/Skeleton.tsx';
import { AuditExport } from './AuditExport.tsx';
import { AuditFilters } from './AuditFilters.tsx';
import { AuditTable } from './AuditTable.tsx';
import { auditFilters, auditQuery } from './search.ts';

/** Who did what, a page at a time; the filters are in the address. */
export function AuditPage(): ReactElement {
  const { audit: words, app } = useMessages();
  const filters = auditFilters(useSearch({ strict: false }));
  const rows = useInfiniteQuery({
    queryKey: [listAudit.operationId, filters],
    queryFn: ({ pageParam, signal }) =>
      call(listAudit, { query: auditQuery(filters, pageParam) }, { signal }),
    initialPageParam: null as number | null,
    getNextPageParam: (page) => page.next,
  });
  const items = rows.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <PageFrame title={words.title} lead={words.lead}>
      <AuditFilters key={JSON.stringify(filters)} filters={filters} />
      <AuditExport filters={filters} />
      {rows.isPending ? <SkeletonTable rows={12} columns={6} /> : null}
      {rows.error === null ? null : (
        <ErrorState error={rows.error} onRetry={() => void rows.refetch()} />
      )}
      {rows.isSuccess && items.length === 0 ? (
        <EmptyState title={words.none}>{words.noneBody}</EmptyState>
      ) : null}
      {items.length === 0 ? null : (
        <>
          <AuditTable items={items} />
          <p>
            {rows.hasNextPage ? (
              <Button pending={rows.isFetching} onClick={() => void rows.fetchNextPage()}>
                {app.actions.showMore}
              </Button>
            ) : (
              words.end
            )}
          </p>
        </>
      )}
    </PageFrame>
  );
}
