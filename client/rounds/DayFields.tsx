import type { ReactElement } from 'react';
import type { Issue } from '../../shared/problems.ts';
import { refuseRoundDays, type RoundDays } from '../../shared/round-rules.ts';
import { useMessages } from '../app/language.tsx';
import { TextField } from '../ui/TextField.tsx';

/** The first and the last day of a round. */
export function DayFields(props: {
  days: RoundDays;
  onChange: (days: RoundDays) => void;
}): ReactElement {
  const { days, onChange } = props;
  const words = useMessages().rounds;
  return (
    <>
      <TextField
        label={words.opensOn}
        pointer="/opensOn"
        type="date"
        value={days.opensOn}
        onChange={(opensOn) => onChange({ ...days, opensOn })}
      />
      <TextField
        label={words.dueOn}
        hint={words.manage.dueHint}
        pointer="/dueOn"
        type="date"
        value={days.dueOn}
        onChange={(dueOn) => onChange({ ...days, dueOn })}
      />
    </>
  );
}

/** What the server would refuse about the days; an unreadable one is the schema's to refuse. */
export function dayIssues(year: number, days: RoundDays): Issue[] {
  if (days.opensOn === '' || days.dueOn === '') return [];
  return refuseRoundDays(year, days).map((issue) => ({ in: 'body', ...issue }));
}
