import type { ReactElement, ReactNode } from 'react';
import { Dialog as AriaDialog, Heading } from 'react-aria-components/Dialog';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { useLanguage, useMessages } from '../app/language.tsx';
import { Button } from './Button.tsx';
import styles from './Dialog.module.css';

/**
 * A question or a small form over the page. Escape closes it unless `mustAnswer`; a press beside it
 * never does, so that nothing typed is lost by a slip.
 */
export function Dialog(props: {
  title: string;
  isOpen: boolean;
  onClose: () => void;
  mustAnswer?: boolean;
  wide?: boolean;
  /** For a table to work in: as wide as the screen has room for. */
  extraWide?: boolean;
  children: ReactNode;
}): ReactElement {
  const {
    title,
    isOpen,
    onClose,
    mustAnswer = false,
    wide = false,
    extraWide = false,
    children,
  } = props;
  const messages = useMessages();
  const { language } = useLanguage();
  return (
    <I18nProvider locale={language}>
      <ModalOverlay
        className={styles['overlay'] ?? ''}
        isOpen={isOpen}
        isKeyboardDismissDisabled={mustAnswer}
        onOpenChange={(open) => {
          if (!open) onClose();
        }}
      >
        <Modal
          className={`${styles['modal']} ${extraWide ? styles['extraWide'] : wide ? styles['wide'] : ''}`}
        >
          <AriaDialog
            className={styles['dialog'] ?? ''}
            {...(mustAnswer ? { role: 'alertdialog' as const } : {})}
          >
            <div className={styles['head']}>
              <Heading slot="title" level={2}>
                {title}
              </Heading>
              {mustAnswer ? null : (
                <Button
                  variant="quiet"
                  className={styles['close'] ?? ''}
                  aria-label={messages.app.dialog.close}
                  onClick={onClose}
                >
                  {messages.app.actions.close}
                </Button>
              )}
            </div>
            {children}
          </AriaDialog>
        </Modal>
      </ModalOverlay>
    </I18nProvider>
  );
}

/** The row of buttons at the foot of a dialog or form. */
export function DialogActions(props: { children: ReactNode }): ReactElement {
  return <div className={styles['actions']}>{props.children}</div>;
}
