import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import type { TodoItem } from '../../shared/todo.ts';

/** To the page where an item is done, at its plan and year. `named` is read, `children` is drawn. */
export function ItemLink(props: { item: TodoItem; named: string; children: string }): ReactElement {
  const { item, named, children } = props;
  const at = {
    ...('planId' in item ? { plan: item.planId } : {}),
    ...('year' in item ? { year: item.year } : {}),
  };
  const said = { 'aria-label': `${children}${SEPARATOR}${named}` } as const;
  switch (item.code) {
    case 'mend':
    case 'correctionRefused':
      return (
        <Link
          to="/entry/$indicatorId"
          params={{ indicatorId: item.indicatorId }}
          search={at}
          {...said}
        >
          {children}
        </Link>
      );
    case 'handIn':
    case 'paperDrafts':
      return (
        <Link to="/entry" search={at} {...said}>
          {children}
        </Link>
      );
    case 'mendReport':
    case 'reportCorrectionRefused':
      return (
        <Link
          to="/measures/reports"
          search={{ ...at, report: `${item.measureId}.${item.departmentId}` }}
          {...said}
        >
          {children}
        </Link>
      );
    case 'handInReports':
    case 'signReports':
    case 'reviewReports':
      return (
        <Link to="/measures/reports" search={at} {...said}>
          {children}
        </Link>
      );
    case 'sign':
    case 'review':
    case 'decideCorrections':
      return (
        <Link to="/review" search={at} {...said}>
          {children}
        </Link>
      );
    case 'callIn':
    case 'closeRound':
    case 'sealRound':
      return (
        <Link
          to="/rounds/$roundYear"
          params={{ roundYear: String(item.year) }}
          search={{ plan: item.planId }}
          {...said}
        >
          {children}
        </Link>
      );
    case 'issueReport':
      return (
        <Link
          to="/reports/$reportYear/$scope"
          params={{ reportYear: String(item.year), scope: item.scope }}
          search={{ plan: item.planId }}
          {...said}
        >
          {children}
        </Link>
      );
    case 'nameLeads':
    case 'enterBaselines':
    case 'assignTargets':
      return (
        <Link to="/coverage" search={at} {...said}>
          {children}
        </Link>
      );
    case 'mendAction':
    case 'receiveAction':
    case 'carryOut':
    case 'decideExtension':
    case 'verifyAction':
    case 'closeAction':
      return (
        <Link
          to="/actions/$actionId"
          params={{ actionId: item.actionId }}
          search={{ plan: item.planId }}
          {...said}
        >
          {children}
        </Link>
      );
    case 'writeMinutes':
    case 'closeMeeting':
    case 'confirmMinutes':
      return (
        <Link
          to="/meetings/$meetingId/minutes"
          params={{ meetingId: item.meetingId }}
          search={{ plan: item.planId }}
          {...said}
        >
          {children}
        </Link>
      );
    case 'approveSheet':
      return (
        <Link to="/acceptance" search={{ ...at, ...sheetOf(item.sheetId) }} {...said}>
          {children}
        </Link>
      );
    case 'assessSelf':
    case 'signSelf':
      return (
        <Link
          to="/acceptance/$acceptanceId/self"
          params={{ acceptanceId: item.acceptanceId }}
          search={{ plan: item.planId }}
          {...said}
        >
          {children}
        </Link>
      );
    case 'verifyItems':
    case 'answerDisputes':
      return (
        <Link
          to="/acceptance/$acceptanceId/verification"
          params={{ acceptanceId: item.acceptanceId }}
          search={{ plan: item.planId }}
          {...said}
        >
          {children}
        </Link>
      );
    case 'leadAcceptance':
    case 'concludeAcceptance':
      return (
        <Link
          to="/acceptance/$acceptanceId"
          params={{ acceptanceId: item.acceptanceId }}
          search={{ plan: item.planId }}
          {...said}
        >
          {children}
        </Link>
      );
    case 'addReporters':
    case 'addHeads':
      return (
        <Link to="/users" {...said}>
          {children}
        </Link>
      );
    case 'lockedAccounts':
      return (
        <Link to="/users" search={LOCKED} {...said}>
          {children}
        </Link>
      );
  }
}

const SEPARATOR = ' · ';
/** The filter of the page of users, which reads its own part of the address. */
/** The version that a page of the acceptance shows, likewise. */
const sheetOf = (sheet: string): object => ({ sheet });
const LOCKED: object = { state: 'locked' };
