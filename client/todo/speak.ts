import type { Messages } from '../../shared/i18n/zh-CN.ts';
import type { TodoItem } from '../../shared/todo.ts';
import type { Formats } from '../app/language.tsx';
import { returnWords } from '../dashboard/api.ts';

/** An item of the list in words. */
export interface SpokenItem {
  readonly what: string;
  /** Why, or what belongs to it; '' says nothing. */
  readonly about: string;
  /** What the link says. */
  readonly go: string;
}

/** What the words are made with. */
export interface Speaking {
  readonly messages: Messages;
  readonly format: Pick<Formats, 'date' | 'dateTime'>;
  readonly pick: (zh: string, en: string) => string;
}

/** Puts an item into the words of the reader. */
export function speakItem(item: TodoItem, { messages, format, pick }: Speaking): SpokenItem {
  const { items, list } = messages.todo;
  switch (item.code) {
    case 'mend': {
      const { what, about, go } = items.mend;
      return {
        what: what(item.year, item.indicatorCode, pick(item.nameZh, item.nameEn)),
        about: about(item.by, format.dateTime(item.at), returnWords(messages, item)),
        go,
      };
    }
    case 'handIn': {
      const { what, drafts, go } = items.handIn;
      return {
        what: what(item.year, item.left, item.owed),
        about: item.drafts === 0 ? '' : drafts(item.drafts),
        go,
      };
    }
    case 'mendReport': {
      const { what, go } = items.mendReport;
      return {
        what: what(item.year, item.number, pick(item.titleZh, item.titleEn)),
        about: items.mend.about(item.by, format.dateTime(item.at), returnWords(messages, item)),
        go,
      };
    }
    case 'handInReports': {
      const { what, go } = items.handInReports;
      return {
        what: what(item.year, item.left, item.owed),
        about: item.drafts === 0 ? '' : items.handIn.drafts(item.drafts),
        go,
      };
    }
    case 'correctionRefused': {
      const { what, about, unsaid, go } = items.correctionRefused;
      return {
        what: what(item.year, item.indicatorCode, pick(item.nameZh, item.nameEn)),
        about: about(item.by ?? '', format.dateTime(item.at), item.reason ?? unsaid),
        go,
      };
    }
    case 'reportCorrectionRefused': {
      const { what, go } = items.reportCorrectionRefused;
      const { about, unsaid } = items.correctionRefused;
      return {
        what: what(item.year, item.number, pick(item.titleZh, item.titleEn)),
        about: about(item.by ?? '', format.dateTime(item.at), item.reason ?? unsaid),
        go,
      };
    }
    case 'paperDrafts':
    case 'signReports':
    case 'reviewReports':
    case 'sign':
    case 'review':
    case 'decideCorrections': {
      const { what, about, go } = items[item.code];
      return { what: what(item.year, item.count), about, go };
    }
    case 'callIn': {
      const { what, about, go } = items.callIn;
      return {
        what: what(item.year, item.departments, item.indicators, item.reports),
        about,
        go,
      };
    }
    case 'closeRound': {
      const { what, past, complete, go } = items.closeRound;
      const about =
        item.left + item.reportsLeft === 0 ? complete : past(item.left, item.reportsLeft);
      return { what: what(item.year), about, go };
    }
    case 'sealRound': {
      const { what, about, go } = items.sealRound;
      return { what: what(item.year), about: about(item.approved, item.left), go };
    }
    case 'issueReport': {
      const { what, about, go } = items.issueReport;
      return { what: what(item.year), about, go };
    }
    case 'nameLeads':
    case 'enterBaselines':
    case 'assignTargets':
    case 'lockedAccounts': {
      const { what, about, go } = items[item.code];
      return { what: what(item.count), about, go };
    }
    case 'mendAction':
      return said(item, items.mendAction, items.mendAction.about(item.reason), messages);
    case 'decideExtension': {
      const about = items.decideExtension.about(format.date(item.until), item.reason);
      return said(item, items.decideExtension, about, messages);
    }
    case 'receiveAction':
    case 'carryOut':
    case 'verifyAction':
    case 'closeAction': {
      const words = items[item.code];
      return said(item, words, words.about, messages);
    }
    case 'writeMinutes':
    case 'closeMeeting':
    case 'confirmMinutes': {
      const { what, about, go } = items[item.code];
      const { number, title, heldOn } = item.meeting;
      return {
        what: what(messages.meetings.named(number, title)),
        about: about(format.date(heldOn)),
        go,
      };
    }
    case 'approveSheet': {
      const { what, about, go } = items.approveSheet;
      return { what: what(item.number), about, go };
    }
    case 'assessSelf': {
      const { what, about, returned, go } = items.assessSelf;
      const said = item.reason === '' ? about(item.unmarked) : returned(item.reason);
      return { what: what(item.year, item.count), about: said, go };
    }
    case 'verifyItems':
    case 'answerDisputes': {
      const { what, about, go } = items[item.code];
      return { what: what(item.year, item.count), about, go };
    }
    case 'leadAcceptance': {
      const { what, about, go } = items.leadAcceptance;
      return { what: what[item.step](item.year), about, go };
    }
    case 'signSelf':
    case 'concludeAcceptance': {
      const { what, about, go } = items[item.code];
      return { what: what(item.year), about, go };
    }
    case 'addReporters':
    case 'addHeads': {
      const { what, go } = items[item.code];
      const names = item.departments.map(({ shortNameZh, nameEn }) => pick(shortNameZh, nameEn));
      return { what: what(item.year, names.length), about: list(names), go };
    }
  }
}

/** An item about a decision, which is called by its number and its words. */
function said(
  { issued, text }: Extract<TodoItem, { issued: unknown }>,
  { what, go }: { readonly what: (number: string, text: string) => string; readonly go: string },
  about: string,
  { actions }: Messages,
): SpokenItem {
  return { what: what(actions.numberOf(issued.year, issued.number), text), about, go };
}
