import { useNavigate, Link } from '@tanstack/react-router';
import { type ReactElement, useState } from 'react';
import type { ScoreSheet } from '../../shared/acceptance.ts';
import { SETTLED, type SelfState } from '../../shared/acceptance-life.ts';
import { openAcceptance } from '../../shared/acceptances.ts';
import { useMessages } from '../app/language.tsx';
import { type Plan, useYear } from '../app/plan.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog, DialogActions } from '../ui/Dialog.tsx';
import { Form } from '../ui/Form.tsx';
import { useToast } from '../ui/Toast.tsx';
import { useForm } from '../ui/useForm.ts';
import styles from './acceptance.module.css';
import { useAcceptance, useAcceptances } from './api.ts';

/** The acceptances that were opened, and opening that of the year on the screen. */
export function AcceptanceList(props: { plan: Plan; sheet: ScoreSheet }): ReactElement | null {
  const { plan, sheet } = props;
  const words = useMessages().acceptances;
  const year = useYear() ?? plan.defaultYear;
  const [asked, setAsked] = useState(false);
  const { data } = useAcceptances(plan.id);
  if (data === undefined) return null;
  const standing = data.items.some((one) => one.year === year && one.state !== 'withdrawn');
  const mayOpen = data.mayOpen && sheet.state === 'approved' && !standing;
  if (data.items.length === 0 && !mayOpen) return null;
  return (
    <nav className={styles['tools']} aria-label={words.list}>
      {data.items.length === 0 ? null : <span>{words.list}</span>}
      {data.items.map(({ id, year: of, state }) => (
        <Link key={id} to="/acceptance/$acceptanceId" params={{ acceptanceId: id }}>
          {words.listed(of, words.states[state])}
        </Link>
      ))}
      {data.items
        .filter((one) => one.year === year && !SETTLED.includes(one.state))
        .map(({ id }) => (
          <Progress key={id} acceptanceId={id} />
        ))}
      {mayOpen ? (
        <Button className="screenOnly" onClick={() => setAsked(true)}>
          {words.open(year)}
        </Button>
      ) : null}
      {asked ? (
        <OpenDialog plan={plan} sheet={sheet} year={year} onClose={() => setAsked(false)} />
      ) : null}
    </nav>
  );
}

/** How far the acceptance of the year on the screen is. */
function Progress({ acceptanceId }: { acceptanceId: string }): ReactElement | null {
  const words = useMessages().acceptances;
  const { data } = useAcceptance(acceptanceId);
  if (data === undefined) return null;
  const { departments, items, left } = data;
  const all = departments.length;
  const marked = items.filter(({ excluded }) => !excluded).length;
  return (
    <span className={styles['aside']}>
      {words.progressSaid(
        words.progressOf(all - departments.filter(isAtWork).length, all),
        words.progressOf(marked - left.unverified, marked),
        left.openDisputes,
      )}
    </span>
  );
}

const isAtWork = ({ state }: { readonly state: SelfState }): boolean => state !== 'handedIn';

function OpenDialog(props: {
  plan: Plan;
  sheet: ScoreSheet;
  year: number;
  onClose: () => void;
}): ReactElement {
  const { plan, sheet, year, onClose } = props;
  const { acceptances: words, app } = useMessages();
  const toast = useToast();
  const navigate = useNavigate();
  const form = useForm(openAcceptance, {
    input: () => ({ params: { planId: plan.id }, body: { sheetId: sheet.id, year } }),
    onDone: ({ id }) => {
      toast(words.opened);
      void navigate({ to: '/acceptance/$acceptanceId', params: { acceptanceId: id } });
    },
  });
  return (
    <Dialog isOpen title={words.openTitle(year)} onClose={onClose}>
      <Form form={form} names={{}}>
        <p>{words.openBody(sheet.number)}</p>
        <DialogActions>
          <Button onClick={onClose}>{app.actions.cancel}</Button>
          <Button type="submit" variant="primary" pending={form.pending}>
            {words.open(year)}
          </Button>
        </DialogActions>
      </Form>
    </Dialog>
  );
}
