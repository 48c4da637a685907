import { type ReactElement, useState } from 'react';
import {
  type Attendee,
  ATTENDEE_KINDS,
  changeMeeting,
  type Meeting,
  PRESENCES,
} from '../../shared/meetings.ts';
import type { Messages } from '../../shared/i18n/zh-CN.ts';
import { useMessages } from '../app/language.tsx';
import { Button } from '../ui/Button.tsx';
import { Form } from '../ui/Form.tsx';
import { LeaveGuard } from '../ui/LeaveGuard.tsx';
import { InlineSelect } from '../ui/Select.tsx';
import { useToast } from '../ui/Toast.tsx';
import { useForm } from '../ui/useForm.ts';
import styles from './meetings.module.css';
import { useKeptMeeting } from './useKeptMeeting.ts';

/** Who is to come and who came: to be read, or written while that is open. */
export function AttendeesSection({ meeting }: { meeting: Meeting }): ReactElement {
  const words = useMessages().meetings.attendees;
  const { attendees } = meeting;
  return (
    <section className={styles['section']} aria-labelledby="attendees">
      <h2 id="attendees">{words.title}</h2>
      {attendees.length === 0 ? null : (
        <p className={styles['note']}>
          {meeting.started === null ? words.invited(attendees.length) : counted(words, attendees)}
        </p>
      )}
      {meeting.parts.includes('attendees') ? (
        <AttendeesEditor meeting={meeting} />
      ) : attendees.length === 0 ? (
        <p>{words.empty}</p>
      ) : (
        <ReadOnly attendees={attendees} />
      )}
    </section>
  );
}

function counted(words: Messages['meetings']['attendees'], attendees: readonly Attendee[]): string {
  const count = (presence: Attendee['presence']): number =>
    attendees.filter((one) => one.presence === presence).length;
  return words.counted(count('present'), count('deputised'), count('absent'));
}

function ReadOnly({ attendees }: { attendees: readonly Attendee[] }): ReactElement {
  const words = useMessages().meetings.attendees;
  return (
    <table className={`statTable ${styles['attendees']}`}>
      <caption className="visuallyHidden">{words.caption}</caption>
      <Head />
      <tbody>
        {attendees.map((one) => (
          <tr key={`${one.name} ${one.office}`}>
            <th scope="row" lang="zh-CN">
              {one.name}
            </th>
            <td lang="zh-CN">{one.office}</td>
            <td>{words.kinds[one.kind]}</td>
            <td>{words.presences[one.presence]}</td>
            <td lang="zh-CN">{one.deputy}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Head(props: { editing?: boolean }): ReactElement {
  const words = useMessages().meetings.attendees;
  return (
    <thead>
      <tr>
        <th scope="col">{words.name}</th>
        <th scope="col">{words.office}</th>
        <th scope="col">{words.kind}</th>
        <th scope="col">{words.presence}</th>
        <th scope="col">{words.deputy}</th>
        {props.editing === true ? <th scope="col">{words.remove}</th> : null}
      </tr>
    </thead>
  );
}

const NOBODY: Attendee = { name: '', office: '', kind: 'member', presence: 'present', deputy: '' };

function AttendeesEditor({ meeting }: { meeting: Meeting }): ReactElement {
  const { app, meetings } = useMessages();
  const words = meetings.attendees;
  const toast = useToast();
  const [draft, setDraft] = useState<readonly Attendee[] | null>(null);
  const rows = draft ?? meeting.attendees;
  const { keep } = useKeptMeeting();
  const form = useForm(changeMeeting, {
    input: () => ({ params: { meetingId: meeting.id }, body: { attendees: [...rows] } }),
    version: meeting.version,
    onDone: (saved) => {
      keep(saved);
      setDraft(null);
      toast(words.saved);
    },
  });
  const set = (at: number, changes: Partial<Attendee>): void =>
    setDraft(rows.map((row, index) => (index === at ? { ...row, ...changes } : row)));
  const names = Object.fromEntries(
    rows.flatMap((_row, at) => [
      [`/attendees/${at}/name`, `${words.row(at + 1)} ${words.name}`],
      [`/attendees/${at}/deputy`, `${words.row(at + 1)} ${words.deputy}`],
    ]),
  );
  return (
    <Form form={form} names={names}>
      <LeaveGuard active={draft !== null} />
      {rows.length === 0 ? (
        <p>{words.empty}</p>
      ) : (
        <table className={`statTable ${styles['attendees']}`}>
          <caption className="visuallyHidden">{words.caption}</caption>
          <Head editing />
          <tbody>
            {rows.map((row, at) => (
              <Row
                // Rows have no id and are never put in another order.
                // oxlint-disable-next-line react/no-array-index-key
                key={at}
                row={row}
                at={at}
                onChange={(changes) => set(at, changes)}
                onRemove={() => setDraft(rows.filter((_one, index) => index !== at))}
              />
            ))}
          </tbody>
        </table>
      )}
      <p className={styles['foot']}>
        <Button onClick={() => setDraft([...rows, NOBODY])}>{words.add}</Button>
        <Button type="submit" variant="primary" disabled={draft === null} pending={form.pending}>
          {words.save}
        </Button>
        {draft === null ? null : (
          <Button onClick={() => setDraft(null)}>{app.actions.cancel}</Button>
        )}
      </p>
    </Form>
  );
}

function Row(props: {
  row: Attendee;
  at: number;
  onChange: (changes: Partial<Attendee>) => void;
  onRemove: () => void;
}): ReactElement {
  const { row, at, onChange, onRemove } = props;
  const words = useMessages().meetings.attendees;
  const who = row.name === '' ? words.row(at + 1) : row.name;
  const cell = (field: 'name' | 'office' | 'deputy', label: string) => (
    <input
      type="text"
      autoComplete="off"
      className={styles['cell']}
      aria-label={`${who}: ${label}`}
      data-pointer={`/attendees/${at}/${field}`}
      value={row[field]}
      onChange={(event) => onChange({ [field]: event.target.value })}
    />
  );
  return (
    <tr>
      <td>{cell('name', words.name)}</td>
      <td>{cell('office', words.office)}</td>
      <td>
        <InlineSelect
          label={`${who}: ${words.kind}`}
          value={row.kind}
          options={ATTENDEE_KINDS.map((value) => ({ value, label: words.kinds[value] }))}
          onChange={(kind) => onChange({ kind })}
        />
      </td>
      <td>
        <InlineSelect
          label={`${who}: ${words.presence}`}
          value={row.presence}
          options={PRESENCES.map((value) => ({ value, label: words.presences[value] }))}
          onChange={(presence) => onChange({ presence })}
        />
      </td>
      <td>{row.presence === 'deputised' ? cell('deputy', words.deputy) : null}</td>
      <td>
        <Button variant="link" aria-label={words.removeNamed(who)} onClick={onRemove}>
          {words.remove}
        </Button>
      </td>
    </tr>
  );
}
