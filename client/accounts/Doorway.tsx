import { useQuery } from '@tanstack/react-query';
import { type ReactElement, type ReactNode, useEffect } from 'react';
import { getSetup } from '../../shared/accounts.ts';
import { LanguageSwitch } from '../app/LanguageSwitch.tsx';
import { useMessages } from '../app/language.tsx';
import { query } from '../call.ts';
import styles from './accounts.module.css';

/** The frame of the pages in front of the sign-in. */
export function Doorway(props: {
  title: string;
  wide?: boolean;
  /** To be read from across a room: everything in shares of the screen. */
  wall?: boolean;
  children: ReactNode;
}): ReactElement {
  const { app } = useMessages();
  const { data } = useQuery(query(getSetup, {}));
  useEffect(() => {
    document.title = `${props.title} · ${app.product}`;
  }, [props.title, app.product]);
  return (
    <div className={styles['doorway']}>
      <header className={styles['doorHead']}>
        <strong>{app.productLong}</strong>
        <LanguageSwitch />
      </header>
      <main
        className={[
          styles['door'],
          props.wide === true ? styles['doorWide'] : '',
          props.wall === true ? styles['doorWall'] : '',
        ].join(' ')}
      >
        {data?.illustrative === true ? (
          <p className={styles['doorNote']}>
            <strong>{app.illustrative}</strong>
          </p>
        ) : null}
        <h1>{props.title}</h1>
        {props.children}
      </main>
      <footer className={styles['doorFoot']}>{app.nonSecret}</footer>
    </div>
  );
}
