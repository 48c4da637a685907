import type { ActionItem } from './action-items.ts';
import type { Dashboard } from './dashboard.ts';
import type { Language } from './i18n/languages.ts';
import type { Messages } from './i18n/zh-CN.ts';

/** What agenda items and slides are named after. */
export interface Named {
  readonly board: Dashboard | null;
  readonly actions: readonly Pick<ActionItem, 'id' | 'year' | 'number' | 'urgency'>[];
  readonly speech: {
    readonly language: Language;
    readonly messages: Pick<Messages, 'actions' | 'meetings' | 'statuses'>;
  };
}

/**
 * What an agenda item about a slide is called.
 * @example slideName('indicator:im-robot-density', …) // 'A4 机器人密度：严重滞后'
 */
export function slideName(key: string, { board, actions, speech }: Named): string {
  const { language, messages } = speech;
  const { slides } = messages.meetings.agenda;
  const pick = (zh: string, en: string): string => (language === 'zh-CN' ? zh : en);
  const [kind = '', id = '', more = ''] = key.split(/[:~]/);
  const page = Number(/^\d+$/.test(more) ? more : /^\d+$/.test(id) ? id : '1');
  const paged = (name: string): string => (page > 1 ? slides.page(name, page) : name);
  switch (kind) {
    case 'overall':
    case 'heat':
    case 'duties':
    case 'pending':
    case 'ownerless':
    case 'decisions':
      return paged(slides[kind]);
    case 'theme': {
      const theme = board?.themes.find((one) => one.id === id);
      return theme === undefined ? slides.gone : paged(pick(theme.nameZh, theme.nameEn));
    }
    case 'indicator': {
      const indicator = board?.indicators.find((one) => one.id === id);
      if (indicator === undefined) return slides.gone;
      const { code, nameZh, nameEn, assessment } = indicator;
      const status = messages.statuses.names[assessment.status];
      return slides.indicator(code, pick(nameZh, nameEn), status);
    }
    case 'decision': {
      const action = actions.find((one) => one.id === id);
      if (action === undefined) return slides.gone;
      const { year, number, urgency } = action;
      const late = urgency === 'overdue' || urgency === 'near';
      const word = late ? slides.urgency(messages.actions.urgencies[urgency]) : '';
      return slides.decision(messages.actions.numberOf(year, number), word);
    }
    default:
      return slides.gone;
  }
}
