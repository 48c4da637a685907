import type { ReactElement, ReactNode } from 'react';
import { useMessages } from '../app/language.tsx';
import { TextField } from '../ui/TextField.tsx';
import styles from './Settings.module.css';

/** What a version rests on: every one has a basis, many a document number. */
export function GroundsFields(props: {
  basis: string;
  documentNumber: string;
  onChange: (changes: { basis?: string; documentNumber?: string }) => void;
  /** A field that shares the line of the document number. */
  children?: ReactNode;
}): ReactElement {
  const words = useMessages().plans.settings;
  return (
    <>
      <TextField
        label={words.basis}
        hint={words.basisHint}
        pointer="/basis"
        value={props.basis}
        onChange={(basis) => props.onChange({ basis })}
      />
      <div className={styles['pair']}>
        {props.children}
        <TextField
          optional
          label={words.documentNumber}
          pointer="/documentNumber"
          value={props.documentNumber}
          onChange={(documentNumber) => props.onChange({ documentNumber })}
        />
      </div>
    </>
  );
}
