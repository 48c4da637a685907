import { useMutation } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { AUDIT_FORMATS, type AuditFormat, exportAudit } from '../../shared/audit.ts';
import { useMessages } from '../app/language.tsx';
import { download } from '../call.ts';
import { Button } from '../ui/Button.tsx';
import { ErrorState } from '../ui/ErrorState.tsx';
import { saveFile } from '../ui/saveFile.ts';
import styles from './audit.module.css';
import { type Filters, setFilters } from './search.ts';

/** Takes a copy of all rows that fit the filters in the address; taking it is a row of the log. */
export function AuditExport({ filters }: { filters: Filters }): ReactElement {
  const { audit: words } = useMessages();
  const copy = useMutation({
    mutationFn: (format: AuditFormat) =>
      download(exportAudit, { body: { format, ...setFilters(filters) } }),
    onSuccess: ({ name, content }) => saveFile(name, content),
  });
  return (
    <div className={`${styles['export']} screenOnly`}>
      {AUDIT_FORMATS.map((format) => (
        <Button
          key={format}
          pending={copy.isPending && copy.variables === format}
          onClick={() => copy.mutate(format)}
        >
          {words.export[format]}
        </Button>
      ))}
      <span className={styles['hint']}>{words.exportHint}</span>
      {copy.error === null ? null : <ErrorState error={copy.error} />}
    </div>
  );
}
