import type { ReactElement, ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import {
  Header,
  Menu as AriaMenu,
  MenuItem,
  MenuSection,
  MenuTrigger,
} from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import { useLanguage } from '../app/language.tsx';
import styles from './Menu.module.css';

export interface MenuChoice {
  readonly id: string;
  readonly label: string;
  readonly onAction: () => void;
  /** In a group of which one holds: whether this is the one. */
  readonly chosen?: boolean;
}

/** A button that opens a list of actions, in groups; a group may have a heading. */
export function Menu(props: {
  label: string;
  trigger: ReactNode;
  groups: readonly { readonly title?: string; readonly choices: readonly MenuChoice[] }[];
}): ReactElement {
  const { language } = useLanguage();
  return (
    <I18nProvider locale={language}>
      <MenuTrigger>
        <AriaButton aria-label={props.label} className={styles['trigger'] ?? ''}>
          {props.trigger}
        </AriaButton>
        <Popover className={styles['popover'] ?? ''} placement="bottom end">
          <AriaMenu className={styles['menu'] ?? ''}>
            {props.groups.map((group) => (
              <MenuSection
                key={group.choices.map(({ id }) => id).join()}
                className={styles['group'] ?? ''}
                aria-label={group.title ?? props.label}
              >
                {group.title === undefined ? null : (
                  <Header className={styles['title'] ?? ''}>{group.title}</Header>
                )}
                {group.choices.map((choice) => (
                  <MenuItem
                    key={choice.id}
                    id={choice.id}
                    className={styles['item'] ?? ''}
                    onAction={choice.onAction}
                  >
                    <span aria-hidden="true" className={styles['mark']}>
                      {choice.chosen === true ? '✓' : ''}
                    </span>
                    {choice.label}
                  </MenuItem>
                ))}
              </MenuSection>
            ))}
          </AriaMenu>
        </Popover>
      </MenuTrigger>
    </I18nProvider>
  );
}
