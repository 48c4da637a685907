import type { ReactElement, ReactNode } from 'react';
import styles from './Settings.module.css';

/** One part of the settings: what stands and what stood, and beside it the form that adds to it. */
export function SettingsSection(props: {
  id: string;
  title: string;
  children: ReactNode;
  form: ReactNode;
}): ReactElement {
  const { id, title, children, form } = props;
  return (
    <section id={id} className={styles['section']} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`} tabIndex={-1} className={styles['sectionTitle']}>
        {title}
      </h2>
      <div className={styles['columns']}>
        <div>{children}</div>
        <div className={styles['form']}>{form}</div>
      </div>
    </section>
  );
}

/** What stands now, large enough to be read first. */
export function Standing(props: { children: ReactNode; note?: ReactNode }): ReactElement {
  return (
    <div className={styles['standing']}>
      <p>{props.children}</p>
      {props.note === undefined ? null : <p className={styles['note']}>{props.note}</p>}
    </div>
  );
}
