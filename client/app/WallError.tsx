import type { ErrorComponentProps } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { ApiProblem } from '../call.ts';
import { Away } from '../live/api.ts';
import { isCodeMissing, PageError } from './PageError.tsx';

/** What stands on a wall that could not begin: nobody is there to press anything. */
export function WallError(props: ErrorComponentProps): ReactElement {
  const { error } = props;
  const away =
    error instanceof ApiProblem
      ? error.code === 'offline' || error.code === 'busy'
      : isCodeMissing(error);
  return away ? <Away /> : <PageError {...props} />;
}
