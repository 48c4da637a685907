import type { ReactElement } from 'react';
import { signReading } from '../../shared/readings.ts';
import { useMessages } from '../app/language.tsx';
import { call } from '../call.ts';
import { Button } from '../ui/Button.tsx';
import { Outcomes } from './Outcomes.tsx';
import type { SheetKeeper } from './SheetKeeper.ts';
import { useEach } from './useEach.ts';

/** All that waits for the reader's signature, signed one after the other. */
export function SignAll({ sheet }: { sheet: SheetKeeper }): ReactElement | null {
  const words = useMessages().sheet.signAll;
  const each = useEach(async ({ keeper }) => {
    const { reading } = keeper.snapshot();
    if (reading === null) return;
    const input = { params: { readingId: reading.id } };
    keeper.take(await call(signReading, input, { version: reading.version }));
  });
  const waiting = sheet.rows.filter(
    ({ keeper }) => keeper.snapshot().reading?.steps.includes('sign') === true,
  );
  if (each.at === null && each.outcomes.length > 0) {
    return <Outcomes outcomes={each.outcomes} words={words} />;
  }
  if (waiting.length === 0 && each.at === null) return null;
  return (
    <Button variant="primary" pending={each.at !== null} onClick={() => void each.run(waiting)}>
      {each.at === null ? words.button(waiting.length) : words.pending(each.at, each.all)}
    </Button>
  );
}
