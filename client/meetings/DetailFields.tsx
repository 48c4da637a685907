import type { ReactElement } from 'react';
import type { NewMeeting } from '../../shared/meetings.ts';
import { useMessages } from '../app/language.tsx';
import { type Plan, planYears } from '../app/plan.ts';
import { Select } from '../ui/Select.tsx';
import { TextField } from '../ui/TextField.tsx';
import { useChairs } from './api.ts';
import styles from './meetings.module.css';

/** What a meeting says of itself, as it is typed. An empty hour is none. */
export interface TypedDetails {
  readonly title: string;
  readonly year: number;
  readonly heldOn: string;
  readonly startsAt: string;
  readonly place: string;
  readonly chairName: string;
  readonly chairOffice: string;
  /** '': every leader may confirm the minutes. */
  readonly chairId: string;
  readonly recorder: string;
}

export function detailsToSend(typed: TypedDetails): Omit<NewMeeting, 'attendees' | 'agenda'> {
  const { title, year, heldOn, startsAt, place, recorder } = typed;
  return {
    title,
    year,
    heldOn,
    startsAt: startsAt === '' ? null : startsAt,
    place,
    recorder,
    chair: {
      name: typed.chairName,
      office: typed.chairOffice,
      userId: typed.chairId === '' ? null : typed.chairId,
    },
  };
}

/** Date, place, chair, recorder, and the year whose figures are shown. */
export function DetailFields(props: {
  plan: Plan;
  typed: TypedDetails;
  onChange: (typed: TypedDetails) => void;
}): ReactElement {
  const { plan, typed, onChange } = props;
  const words = useMessages().meetings.details;
  const { yearOf } = useMessages().meetings;
  const chairs = useChairs().data?.items ?? [];
  const set = (changes: Partial<TypedDetails>): void => onChange({ ...typed, ...changes });
  return (
    <>
      <div className={styles['pair']}>
        <TextField
          label={words.name}
          pointer="/title"
          value={typed.title}
          onChange={(title) => set({ title })}
        />
        <Select
          label={words.year}
          pointer="/year"
          value={String(typed.year)}
          options={planYears(plan, typed.year).map((year) => ({
            value: String(year),
            label: yearOf(year),
          }))}
          onChange={(year) => set({ year: Number(year) })}
        />
      </div>
      <div className={styles['pair']}>
        <TextField
          label={words.heldOn}
          pointer="/heldOn"
          type="date"
          value={typed.heldOn}
          onChange={(heldOn) => set({ heldOn })}
        />
        <TextField
          label={words.startsAt}
          pointer="/startsAt"
          type="time"
          optional
          value={typed.startsAt}
          onChange={(startsAt) => set({ startsAt })}
        />
      </div>
      <div className={styles['pair']}>
        <TextField
          label={words.place}
          pointer="/place"
          optional
          value={typed.place}
          onChange={(place) => set({ place })}
        />
        <TextField
          label={words.recorder}
          pointer="/recorder"
          optional
          value={typed.recorder}
          onChange={(recorder) => set({ recorder })}
        />
      </div>
      <div className={styles['pair']}>
        <TextField
          label={words.chairName}
          pointer="/chair/name"
          optional
          value={typed.chairName}
          onChange={(chairName) => set({ chairName })}
        />
        <TextField
          label={words.chairOffice}
          pointer="/chair/office"
          optional
          value={typed.chairOffice}
          onChange={(chairOffice) => set({ chairOffice })}
        />
      </div>
      <Select
        label={words.chairAccount}
        pointer="/chair/userId"
        value={typed.chairId}
        options={[
          { value: '', label: words.anyLeader },
          ...chairs.map(({ userId, name }) => ({ value: userId, label: name })),
        ]}
        onChange={(chairId) => set({ chairId })}
      />
    </>
  );
}

/** The label of each field, for the summary of what needs correcting. */
export function useDetailNames(): Readonly<Record<string, string>> {
  const words = useMessages().meetings.details;
  return {
    '/title': words.name,
    '/heldOn': words.heldOn,
    '/startsAt': words.startsAt,
    '/place': words.place,
    '/year': words.year,
    '/chair/name': words.chairName,
    '/chair/office': words.chairOffice,
    '/chair/userId': words.chairAccount,
    '/recorder': words.recorder,
  };
}
