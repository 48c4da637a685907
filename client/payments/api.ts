import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { Output } from '../../shared/endpoint.ts';
import { listPayments } from '../../shared/payments.ts';
import { query } from '../call.ts';

export type Ledger = Output<typeof listPayments>;

/** The ledger of a plan, of one year or of all. */
export function useLedger(planId: string, year: number | null): UseQueryResult<Ledger> {
  return useQuery({
    ...query(listPayments, {
      params: { planId },
      query: year === null ? {} : { year: String(year) },
    }),
    placeholderData: keepPreviousData,
  });
}
