import { type ReactElement, useState } from 'react';
import type { KnownIndicator } from '../../shared/dashboard.ts';
import type { Messages } from '../../shared/i18n/zh-CN.ts';
import type { Indicator } from '../../shared/plans.ts';
import { useMessages, useName } from '../app/language.tsx';
import { Button } from '../ui/Button.tsx';
import { RadioGroup } from '../ui/Choices.tsx';
import { Notice } from '../ui/Notice.tsx';
import type { Clash } from './EntryKeeper.ts';
import styles from './entry.module.css';
import { fieldNames, keyName } from './fieldNames.ts';
import { type FieldKey, takeField } from './merge.ts';
import type { EntrySubject } from './subject.ts';
import type { Typed } from './typed.ts';

interface Props {
  readonly subject: EntrySubject;
  readonly indicator: KnownIndicator;
  readonly ratio: Indicator['ratio'];
  readonly typed: Typed;
}

const PANEL = 'entry-clash';

/** Takes the reader to the choice. Not by itself while somebody types: the save state leads here. */
export function toClash(): void {
  const panel = document.querySelector<HTMLElement>(`#${PANEL}`);
  panel?.focus();
  panel?.scrollIntoView({ block: 'nearest' });
}

/** Two people typed into the same field: both values, one to be chosen for each. */
export function ClashPanel(
  props: Props & {
    clash: Clash;
    by: string | null;
    onSettle: (mine: Set<FieldKey>) => void;
    /** Where a page has several, each its own. */
    id?: string;
  },
): ReactElement {
  const { clash, by, typed, indicator, onSettle, id = PANEL } = props;
  const messages = useMessages();
  const name = useName();
  const words = messages.readings.clash;
  const labels = useLabels(props);
  const [mine, setMine] = useState<ReadonlySet<FieldKey>>(new Set(clash.keys));
  return (
    <Notice
      tone="warning"
      role="alert"
      id={id}
      tabIndex={-1}
      title={words.title(by ?? words.somebody)}
    >
      {clash.keys.map((key) => (
        <RadioGroup
          key={key}
          label={labels(key)}
          value={mine.has(key) ? 'mine' : 'theirs'}
          choices={[
            { value: 'mine', label: words.mine, hint: said(key, typed, indicator, messages, name) },
            {
              value: 'theirs',
              label: words.theirs,
              hint: said(key, takeField(key, clash.theirs, typed), indicator, messages, name),
            },
          ]}
          onChange={(chosen) => {
            const next = new Set(mine);
            if (chosen === 'mine') next.add(key);
            else next.delete(key);
            setMine(next);
          }}
        />
      ))}
      <Button variant="primary" onClick={() => onSettle(new Set(mine))}>
        {words.take}
      </Button>
    </Notice>
  );
}

/** The reading was closed while somebody typed: what they typed, to be copied from here. */
export function ClosedClash(props: Props & { keys: readonly FieldKey[] }): ReactElement {
  const { keys, typed, indicator } = props;
  const messages = useMessages();
  const name = useName();
  const labels = useLabels(props);
  return (
    <Notice tone="warning" role="alert" title={messages.readings.clash.closedTitle}>
      <dl className={styles['facts']}>
        {keys.map((key) => (
          <div key={key} className={styles['factPair']}>
            <dt>{labels(key)}</dt>
            <dd>{said(key, typed, indicator, messages, name)}</dd>
          </div>
        ))}
      </dl>
    </Notice>
  );
}

function useLabels({ subject, indicator, ratio }: Props): (key: FieldKey) => string {
  const messages = useMessages();
  const name = useName();
  const names = fieldNames(subject, indicator, ratio, messages, name);
  return (key) => keyName(key, names, indicator, name);
}

/** What a field of a form says, in words. */
function said(
  key: FieldKey,
  typed: Typed,
  indicator: KnownIndicator,
  messages: Messages,
  name: (thing: { nameZh: string; nameEn: string }) => string,
): string {
  const { form, clash } = messages.readings;
  const orEmpty = (text: string): string => (text.trim() === '' ? form.empty : text);
  switch (key) {
    case 'value':
    case 'numerator':
    case 'denominator':
    case 'source':
    case 'note':
    case 'figureYear':
    case 'paper':
    case 'ground':
      return orEmpty(typed[key]);
    case 'dataStatus':
      return messages.statuses.dataStatuses[typed.dataStatus];
    case 'absence':
      return typed.absence === null
        ? form.present
        : `${messages.statuses.absences[typed.absence]}：${orEmpty(typed.absenceReason)}`;
    case 'scopeChange':
      return typed.scopeChanged ? `${clash.yes}：${orEmpty(typed.scopeChange)}` : clash.no;
    case 'level': {
      const level = indicator.levels.find((one) => one.level === typed.level);
      return level === undefined ? form.empty : name(level);
    }
    default: {
      const one = typed.conditions.find(({ id }) => key === `condition ${id}`);
      if (one === undefined || one.metOn === '') return form.conditionOpen;
      const lost = one.lostOn === '' ? [] : [form.conditionLost(one.lostOn)];
      const document = one.documentNumber === '' ? [] : [one.documentNumber];
      return [form.conditionMet(one.metOn), ...lost, ...document].join(' · ');
    }
  }
}
