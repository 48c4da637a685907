import type { ReactElement } from 'react';
import type { Share } from '../../shared/rounds.ts';
import { useMessages } from '../app/language.tsx';

/** A rate as the two counts that make it; a dash where there is nothing to count. */
export function ShareText({ share }: { share: Share | null }): ReactElement {
  const words = useMessages().rounds;
  return <>{share === null ? words.nothing : words.share(share.done, share.of)}</>;
}
