import { type ReactElement, useState } from 'react';
import { refuseAsking } from '../../shared/correction-rules.ts';
import type { BoardIndicator } from '../../shared/dashboard.ts';
import type { Indicator } from '../../shared/plans.ts';
import type { Reading } from '../../shared/readings.ts';
import { useMessages } from '../app/language.tsx';
import { useMe } from '../app/session.ts';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import { useCorrectionsOf } from '../corrections/api.ts';
import { AskCorrection } from './AskCorrection.tsx';
import { CorrectionItem } from './CorrectionItem.tsx';
import styles from './entry.module.css';

/** The corrections of an approved figure, and the way to ask for one. Nothing before it is approved. */
export function Corrections(props: {
  reading: Reading;
  indicator: BoardIndicator;
  settings: Indicator;
  firstYear: number;
}): ReactElement | null {
  const { reading, indicator, settings, firstYear } = props;
  const { corrections: words } = useMessages().review;
  const me = useMe();
  const [asking, setAsking] = useState(false);
  const approved = reading.status === 'approved' || reading.status === 'sealed';
  const asked = useCorrectionsOf(approved ? reading.id : null).data ?? [];
  const open = asked.some(({ status }) => status === 'requested');
  const { lead } = indicator;
  const leadDepartmentId = lead.state === 'named' ? (lead.departmentIds[0] ?? null) : null;
  const person = { userId: me.id, roles: me.roles, departmentId: me.departmentId };
  const mayAsk = refuseAsking({ status: reading.status, leadDepartmentId }, person) === null;
  if (!approved || (!mayAsk && asked.length === 0)) return null;
  return (
    <section className={styles['corrections']}>
      <h2>{words.history}</h2>
      {open && mayAsk ? <Notice tone="info">{words.open}</Notice> : null}
      {asked.map((correction) => (
        <CorrectionItem key={correction.id} correction={correction} indicator={indicator} />
      ))}
      {mayAsk && !open ? <Button onClick={() => setAsking(true)}>{words.ask}</Button> : null}
      {asking ? (
        <AskCorrection
          reading={reading}
          indicator={indicator}
          settings={settings}
          firstYear={firstYear}
          onClose={() => setAsking(false)}
        />
      ) : null}
    </section>
  );
}
