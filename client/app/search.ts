import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';
import { type Status, STATUSES } from '../../shared/assessment/types.ts';

/** What a link reproduces of a board: all optional, an unreadable value is left out. */
export interface BoardSearch {
  readonly plan?: string | undefined;
  readonly year?: number | undefined;
  readonly status?: Status | undefined;
  readonly theme?: string | undefined;
  readonly department?: string | undefined;
  /** `document`: the order people know; `problems`: the worst first. */
  readonly sort?: 'document' | 'problems' | undefined;
  /** `include`: hollow marks for what is submitted but not approved. */
  readonly unapproved?: 'include' | undefined;
  /** A sealed year as it was reported then; absent: as it is known now. */
  readonly known?: 'reported' | undefined;
  /** Where to stand in the document: `indicator:qb-so2-reduction`, `safeguard:2`. */
  readonly clause?: string | undefined;
  /** The report that is open: of a measure (`m12`), or of one of its departments (`m12.finance`). */
  readonly report?: string | undefined;
  /** The money rule that is asked about. */
  readonly rule?: string | undefined;
}

const ID = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;

const CLAUSE = /^[a-z]{1,20}:[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;

function idOf(value: unknown): string | undefined {
  return typeof value === 'string' && ID.test(value) ? value : undefined;
}

function clauseOf(value: unknown): string | undefined {
  return typeof value === 'string' && CLAUSE.test(value) ? value : undefined;
}

function yearOf(value: unknown): number | undefined {
  const year =
    typeof value === 'number' ? value : /^\d{4}$/.test(String(value)) ? Number(value) : 0;
  return year >= 1949 && year <= 2199 ? year : undefined;
}

/**
 * Reads the search part of an address. Every key is set, so that an unreadable value is dropped.
 * @example boardSearch({ year: '2018', status: 'nonsense' }) // { year: 2018, status: undefined, … }
 */
export function boardSearch(raw: Record<string, unknown>): BoardSearch {
  return {
    plan: idOf(raw['plan']),
    year: yearOf(raw['year']),
    status: STATUSES.find((known) => known === raw['status']),
    theme: idOf(raw['theme']),
    department: idOf(raw['department']),
    sort: raw['sort'] === 'problems' || raw['sort'] === 'document' ? raw['sort'] : undefined,
    unapproved: raw['unapproved'] === 'include' ? 'include' : undefined,
    known: raw['known'] === 'reported' ? 'reported' : undefined,
    clause: clauseOf(raw['clause']),
    report: idOf(raw['report']),
    rule: idOf(raw['rule']),
  };
}

/** `?year=2018&plan=x` as plain words, without the quotes and braces of JSON. */
export function parseSearch(text: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(text));
}

export function stringifySearch(search: Record<string, unknown>): string {
  const pairs = Object.entries(search).filter(([, value]) => value !== undefined && value !== '');
  const text = new URLSearchParams(pairs.map(([key, value]) => [key, String(value)])).toString();
  return text === '' ? '' : `?${text}`;
}

/** The board's part of the address. */
export function useBoardSearch(): BoardSearch {
  return boardSearch(useSearch({ strict: false }));
}

/**
 * Changes parts of the address and leaves the rest; `undefined` takes a part away. The history gets
 * an entry unless `replace` is said.
 * @example setSearch({ year: 2019 })
 */
export function useSetSearch(): (
  changes: Readonly<Record<string, string | number | undefined>>,
  options?: { readonly replace?: boolean },
) => void {
  const navigate = useNavigate();
  return useCallback(
    (changes, options = {}) => {
      void navigate({
        to: '.',
        search: (old: Record<string, unknown>) => ({ ...old, ...changes }),
        replace: options.replace ?? false,
        resetScroll: false,
      });
    },
    [navigate],
  );
}
