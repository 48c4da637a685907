import type { ReactElement } from 'react';
import type { Messages } from '../../shared/i18n/zh-CN.ts';
import { Overlay } from './Overlay.tsx';
import styles from './present.module.css';
import { KEY_NAMES, STAGE_ACTIONS, type StageAction } from './stageKeys.ts';

/** What may leave a slide as a file. */
export type SaveAs = 'png2' | 'png4' | 'svg' | 'csv';
const FILES: readonly SaveAs[] = ['png2', 'png4', 'svg', 'csv'];

/** Every control with its key, and the files of the slide. */
export function MenuOverlay(props: {
  messages: Messages;
  /** Controls that are not for the one who looks. */
  without: readonly StageAction[];
  onAct: (action: StageAction) => void;
  onSave: (as: SaveAs) => void;
  /** What can be saved of this slide. */
  files: { readonly chart: boolean; readonly table: boolean };
  failed: boolean;
  onClose: () => void;
}): ReactElement {
  const { messages, without, onAct, onSave, files, failed, onClose } = props;
  const { menu } = messages.presentation;
  const possible = FILES.filter((each) => (each === 'csv' ? files.table : files.chart));
  return (
    <Overlay title={menu.title} onClose={onClose} closingKey="KeyH" arrows>
      <div className={styles['menu']}>
        {STAGE_ACTIONS.filter((action) => action !== 'help' && !without.includes(action)).map(
          (action) => (
            <button key={action} type="button" onClick={() => onAct(action)}>
              <span>{menu[action]}</span>
              <kbd>{KEY_NAMES[action]}</kbd>
            </button>
          ),
        )}
      </div>
      <p className={styles['note']}>
        {menu.jump}
        {messages.app.colon}
        {menu.jumpKeys}
      </p>
      <h3>{menu.save}</h3>
      {possible.length === 0 ? (
        <p>{menu.noChart}</p>
      ) : (
        <div className={styles['menu']}>
          {possible.map((as) => (
            <button key={as} type="button" onClick={() => onSave(as)}>
              {menu[as]}
            </button>
          ))}
        </div>
      )}
      <output>{failed ? menu.failed : ''}</output>
      <p className={styles['note']}>{menu.touch}</p>
      {globalThis.isSecureContext ? null : <p className={styles['note']}>{menu.screensaver}</p>}
    </Overlay>
  );
}
