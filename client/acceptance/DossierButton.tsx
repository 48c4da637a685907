import { useMutation } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { downloadDossier } from '../../shared/acceptance-dossier.ts';
import { type Language, LANGUAGES } from '../../shared/i18n/languages.ts';
import { can } from '../../shared/permissions.ts';
import { useLanguage, useMessages } from '../app/language.tsx';
import { useMe } from '../app/session.ts';
import { type Arrived, download } from '../call.ts';
import { Button } from '../ui/Button.tsx';
import { ErrorState } from '../ui/ErrorState.tsx';
import { Progress } from '../ui/Progress.tsx';
import { saveFile } from '../ui/saveFile.ts';
import { InlineSelect } from '../ui/Select.tsx';
import styles from './acceptance.module.css';

/** Takes out the dossier of an acceptance: its papers and every file, as one archive. */
export function DossierButton({ acceptanceId }: { acceptanceId: string }): ReactElement | null {
  const words = useMessages().acceptance.dossier;
  const me = useMe();
  const [language, setLanguage] = useState<Language>(useLanguage().language);
  const [arrived, setArrived] = useState<Arrived | null>(null);
  const get = useMutation({
    mutationFn: () =>
      download(
        downloadDossier,
        { params: { acceptanceId }, query: { language } },
        { onArrived: setArrived },
      ),
    onSuccess: ({ name, content }) => saveFile(name, content),
    onSettled: () => setArrived(null),
    meta: { quiet: true },
  });
  if (!can(me.roles, 'acceptance.takeOut')) return null;
  const of = arrived?.of ?? 0;
  return (
    <div className={`${styles['dossier']} screenOnly`}>
      <InlineSelect
        label={words.language}
        value={language}
        options={LANGUAGES.map((value) => ({ value, label: words.languages[value] }))}
        onChange={setLanguage}
      />
      <Button pending={get.isPending} onClick={() => get.mutate()}>
        {words.take}
      </Button>
      {!get.isPending ? (
        <span className={styles['aside']}>{words.hint}</span>
      ) : arrived === null || of === 0 ? (
        <span role="status">{words.making}</span>
      ) : (
        <Progress
          label={words.arriving}
          value={arrived.bytes}
          max={of}
          text={words.arrived(megabytes(arrived.bytes), megabytes(of))}
        />
      )}
      {get.error === null ? null : <ErrorState error={get.error} />}
    </div>
  );
}

const megabytes = (bytes: number): string => (bytes / 1024 / 1024).toFixed(1);
