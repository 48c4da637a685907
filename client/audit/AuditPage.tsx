import type { ReactElement } from 'react';
import { useMessages } from '../app/language.tsx';
import { PageFrame } from '../ui/PageFrame.tsx';

export function AuditPage(): ReactElement {
  return <PageFrame title={useMessages().app.nav.audit} />;
}
