/** For meetings and the pages of indicators and measures. */
export { ActionsOf } from './ActionsOf.tsx';
export { ActionTable } from './ActionTable.tsx';
export { UrgencyWord } from './UrgencyWord.tsx';
export { useAction, useActions } from './useActions.ts';
export { useDepartmentName } from './useDepartmentName.ts';
