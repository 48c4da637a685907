import type { ReactElement } from 'react';
import { useMessages } from '../app/language.tsx';
import { Button } from '../ui/Button.tsx';
import styles from './Settings.module.css';

/** The foot of a form of the settings. */
export function FormActions(props: {
  save: string;
  saving: string;
  pending: boolean;
  /** Absent: there is nothing to take back. */
  onReset?: () => void;
}): ReactElement {
  const words = useMessages().plans.settings;
  const { save, saving, pending, onReset } = props;
  return (
    <div className={styles['actions']}>
      <Button type="submit" variant="primary" pending={pending}>
        {pending ? saving : save}
      </Button>
      {onReset === undefined ? null : (
        <Button variant="quiet" onClick={onReset}>
          {words.reset}
        </Button>
      )}
    </div>
  );
}
