import { useNavigate, useSearch } from '@tanstack/react-router';
import { type ReactElement, useEffect, useMemo, useState } from 'react';
import type { SlideKey } from '../../shared/deck.ts';
import { useFormat, useLanguage, useMessages } from '../app/language.tsx';
import { usePlan } from '../app/plan.ts';
import { ErrorState } from '../ui/ErrorState.tsx';
import styles from './present.module.css';
import { arrangementOf, presentSearch, searchOf } from './search.ts';
import { Stage } from './Stage.tsx';
import { useExtras, useMoment } from './useMoment.ts';

/** The wall: a plan's deck on a stage of its own, outside the shell. */
export function PresentPage(): ReactElement {
  const messages = useMessages();
  const { language, setLanguage } = useLanguage();
  const format = useFormat();
  const navigate = useNavigate();
  const search = presentSearch(useSearch({ strict: false }));
  const { plan, isPending, error } = usePlan();
  const planId = search.plan ?? plan?.id ?? null;
  const { presentation, app } = messages;
  const {
    moment,
    error: failed,
    retry,
  } = useMoment({
    planId,
    year: search.year,
    known: search.known,
    momentId: search.moment,
  });
  const extras = useExtras(planId);
  const [current, setCurrent] = useSlide(search.slide);
  useEffect(() => {
    document.title = `${presentation.pageTitle} · ${app.product}`;
  }, [presentation.pageTitle, app.product]);

  const board = moment?.board;
  // Slides are drawn again when one of these changes, and only then.
  const shown = useMemo(
    () => (board === undefined ? null : { board, extras, speech: { language, messages } }),
    [board, extras, language, messages],
  );
  const { order, out } = search;
  const arrangement = useMemo(() => arrangementOf({ order, out }), [order, out]);

  const change = (changes: Readonly<Record<string, string | undefined>>): void => {
    void navigate({
      to: '.',
      search: (old: Record<string, unknown>) => ({ ...old, ...changes }),
      replace: true,
      resetScroll: false,
    });
  };
  if (moment === null || shown === null) {
    const trouble = error ?? failed;
    if (trouble !== null) {
      return (
        <div className={styles['waiting']}>
          <ErrorState error={trouble} onRetry={retry} />
        </div>
      );
    }
    const nothing = plan === null && !isPending;
    return <p className={styles['waiting']}>{nothing ? app.errors.noPlanTitle : app.loading}</p>;
  }
  const stamp = presentation.dataAsOf(format.dateTime(moment.at));
  return (
    <Stage
      shown={shown}
      arrangement={arrangement}
      current={current}
      ground={search.ground ?? 'projector'}
      table={search.table === 'shown'}
      stamp={shown.board.known === 'reported' ? `${stamp} · ${presentation.asReported}` : stamp}
      newer={moment.newer}
      onSlide={(slide) => {
        setCurrent(slide);
        change({ slide });
      }}
      onGround={(ground) => change({ ground: ground === 'dark' ? ground : undefined })}
      onTable={(table) => change({ table: table ? 'shown' : undefined })}
      onArrange={(arrangement) => change(searchOf(arrangement))}
      onTakeIn={moment.takeIn}
      onLanguage={() => setLanguage(language === 'zh-CN' ? 'en' : 'zh-CN')}
      onLeave={() => {
        void navigate({ to: '/', search: { plan: search.plan, year: search.year } });
      }}
    />
  );
}

/**
 * The slide that is shown: what the stage said last, or the address where that has changed since (a
 * link, the way back). The stage does not wait for the address.
 */
function useSlide(
  inAddress: SlideKey | undefined,
): [SlideKey | undefined, (key: SlideKey) => void] {
  const [state, setState] = useState({ slide: inAddress, said: inAddress, inAddress });
  if (state.inAddress !== inAddress) {
    // The address followed what was said; anything else is somebody else's wish.
    const slide = inAddress === state.said ? state.slide : inAddress;
    setState({ slide, said: inAddress, inAddress });
  }
  return [state.slide, (slide) => setState((old) => ({ ...old, slide, said: slide }))];
}
