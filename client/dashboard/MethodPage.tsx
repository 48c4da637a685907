import { type ReactElement, useEffect } from 'react';
import { useLanguage, useMessages } from '../app/language.tsx';
import { usePlan } from '../app/plan.ts';
import { stringifySearch, useBoardSearch } from '../app/search.ts';
import { useBoard } from './api.ts';
import { MethodView } from './MethodView.tsx';
import { useOwnLinks } from './useOwnLinks.ts';

/** The published method; its example is of the year in the address. */
export function MethodPage(): ReactElement {
  const messages = useMessages();
  const { language } = useLanguage();
  const { plan } = usePlan();
  const search = useBoardSearch();
  const board = useBoard({ planId: search.plan ?? plan?.id ?? null, year: search.year });
  useOwnLinks();
  const { title } = messages.method;
  const { product } = messages.app;
  useEffect(() => {
    document.title = `${title} · ${product}`;
  }, [title, product]);
  return (
    <MethodView
      board={board.data ?? null}
      speech={{ language, messages }}
      hrefTo={(path) => path + stringifySearch({ plan: search.plan, year: search.year })}
    />
  );
}
