/** For meetings and the pages of indicators. */
export { ActionsOfIndicator } from './ActionsOfIndicator.tsx';
export { ActionTable } from './ActionTable.tsx';
export { UrgencyWord } from './UrgencyWord.tsx';
export { useAction, useActions } from './useActions.ts';
export { useDepartmentName } from './useDepartmentName.ts';
