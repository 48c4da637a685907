import { lazy, type ReactElement, Suspense, useState } from 'react';
import { useMessages } from '../app/language.tsx';
import type { Plan } from '../app/plan.ts';
import { Button } from '../ui/Button.tsx';

const ExportDialog = lazy(async () => {
  const { ExportDialog: component } = await import('./ExportDialog.tsx');
  return { default: component };
});

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
      {open ? (
        <Suspense>
          <ExportDialog plan={plan} year={year} onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </>
  );
}
