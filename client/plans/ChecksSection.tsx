import type { ReactElement } from 'react';
import type { IndicatorCheck } from '../../shared/checks.ts';
import type { Indicator } from '../../shared/plans.ts';
import { useFormat, useLanguage, useMessages } from '../app/language.tsx';
import { Loaded } from '../ui/Loaded.tsx';
import { useChecks } from './api.ts';
import { ChecksForm } from './ChecksForm.tsx';
import { limitWords } from './checkWords.ts';
import styles from './Settings.module.css';
import { SettingsSection, Standing } from './SettingsSection.tsx';
import type { TypedChecks } from './typedChecks.ts';

/** How the figures of the indicator are checked before they are handed in, and the form for it. */
export function ChecksSection(props: {
  indicator: Indicator;
  typed: TypedChecks | null;
  onTyped: (typed: TypedChecks | null) => void;
}): ReactElement {
  const { indicator } = props;
  const { checks } = useMessages();
  const result = useChecks(indicator.id);
  return (
    <Loaded result={result}>
      {({ items }) => {
        const graded = (grade: IndicatorCheck['grade']) =>
          items.filter((item) => item.grade === grade);
        const off = graded('off').map(({ code }) => checks.names[code]);
        return (
          <SettingsSection
            id="checks"
            title={checks.settings.title}
            form={<ChecksForm {...props} items={items} />}
          >
            <Standing note={checks.settings.note}>
              {checks.settings.standing(graded('hard').length, graded('soft').length)}
            </Standing>
            <ChecksTable indicator={indicator} items={[...graded('hard'), ...graded('soft')]} />
            {off.length === 0 ? null : <p className={styles['note']}>{checks.settings.off(off)}</p>}
          </SettingsSection>
        );
      }}
    </Loaded>
  );
}

/** The checks that are asked, with who says so. */
function ChecksTable(props: {
  indicator: Indicator;
  items: readonly IndicatorCheck[];
}): ReactElement | null {
  const { indicator, items } = props;
  const messages = useMessages();
  const { language } = useLanguage();
  const format = useFormat();
  const { names, grades, settings: words } = messages.checks;
  if (items.length === 0) return null;
  return (
    <table className={`statTable ${styles['versions']}`}>
      <caption>{words.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{words.check}</th>
          <th scope="col">{words.grade}</th>
          <th scope="col">{words.limits}</th>
          <th scope="col">{words.source}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <tr key={item.code}>
            <th scope="row">{names[item.code]}</th>
            <td>{grades[item.grade]}</td>
            <td>{limitWords(indicator, item.code, item, { language, messages }) || '—'}</td>
            <td>
              {item.source === 'entered' ? item.enteredBy : words.sources[item.source]}
              {item.source === 'entered' && item.enteredAt !== null ? (
                <span className={styles['sub']}>{format.dateTime(item.enteredAt)}</span>
              ) : null}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
