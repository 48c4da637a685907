import { type ReactElement, useState } from 'react';
import { useMessages } from '../app/language.tsx';
import type { Plan } from '../app/plan.ts';
import { Button } from '../ui/Button.tsx';
import { later } from '../ui/later.tsx';

const ExportDialog = later(async () => (await import('./ExportDialog.tsx')).ExportDialog);

/** Opens the window that saves figures as a file; it is loaded when somebody does. */
export function ExportButton(props: { plan: Plan; year: number }): ReactElement {
  const { plan, year } = props;
  const [open, setOpen] = useState(false);
  const words = useMessages().exchange.save;
  return (
    <>
      <Button variant="link" onClick={() => setOpen(true)}>
        {words.open}
      </Button>
      {open ? <ExportDialog plan={plan} year={year} onClose={() => setOpen(false)} /> : null}
    </>
  );
}
