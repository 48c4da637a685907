import { useNavigate, useSearch } from '@tanstack/react-router';
import { type ReactElement, useEffect, useMemo, useState } from 'react';
import type { SlideKey } from '../../shared/deck.ts';
import { takeMoment } from '../../shared/moments.ts';
import { useFormat, useLanguage, useMessages } from '../app/language.tsx';
import { usePlan } from '../app/plan.ts';
import { useMay, useMe } from '../app/session.ts';
import { ApiProblem, call } from '../call.ts';
import { Away, useNewProgram } from '../live/api.ts';
import { ErrorState } from '../ui/ErrorState.tsx';
import styles from './present.module.css';
import { arrangementOf, presentSearch, searchOf } from './search.ts';
import { Stage } from './Stage.tsx';
import { useExtras, useMoment } from './useMoment.ts';
import { arrangementOfStage, useStage, useTakeIn, useTurning } from './useStage.ts';

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
  const { roles } = useMe();
  const wall = roles.every((role) => role === 'display');
  const alone = search.moment === undefined && search.corridor === undefined;
  const change = (changes: Readonly<Record<string, string | number | undefined>>): void => {
    void navigate({
      to: '.',
      search: (old: Record<string, unknown>) => ({ ...old, ...changes }),
      replace: true,
      resetScroll: false,
    });
  };
  const stage = useStage(search.meeting, planId, wall && alone);
  // Until it is known whether a meeting is held on it, nothing else is shown: no newer figures flash by.
  const waits = stage === undefined && (search.meeting !== undefined || (wall && alone));
  // A wall that no meeting is held on goes on by itself.
  const corridor = search.corridor === 'on' || (wall && alone && stage === null);
  const {
    moment,
    line,
    error: failed,
    retry,
  } = useMoment({
    planId: waits ? null : (stage?.planId ?? planId),
    year: stage?.year ?? search.year,
    known: search.known,
    momentId: search.moment ?? stage?.momentId ?? undefined,
    follows: corridor,
    held: search.held,
    onHeld: (held) => change({ held }),
  });
  const board = moment?.board;
  const extras = useExtras(planId);
  const [current, setCurrent] = useSlide(search.slide);
  const turn = useTurning(stage, setCurrent);
  const takeIn = useTakeIn(stage, () => {
    moment?.takeIn();
    // They are of another moment than the one in the address.
    if (search.moment !== undefined && board !== undefined) {
      change({ moment: undefined, plan: board.plan.id, year: board.year });
    }
  });
  const mayKeep = useMay()('moments.take') && alone && search.meeting === undefined && !corridor;
  const keep = (): void => {
    if (board === undefined) return;
    call(takeMoment, { params: { planId: board.plan.id }, body: { year: board.year } })
      .then(({ id: of }) => change({ moment: of, held: undefined }))
      // The line is down, and the mark says so: the figures on the screen stay.
      .catch(() => undefined);
  };
  useNewProgram(wall || corridor, line);
  useEffect(() => {
    // It was unpaired: nothing of it is shown any longer.
    if (wall && line === 'signedOut') globalThis.location.replace('/pair');
  }, [wall, line]);
  useEffect(() => {
    document.title = `${presentation.pageTitle} · ${app.product}`;
  }, [presentation.pageTitle, app.product]);

  // Slides are drawn again when one of these changes, and only then.
  const shown = useMemo(
    () => (board === undefined ? null : { board, extras, speech: { language, messages } }),
    [board, extras, language, messages],
  );
  const { order, out } = search;
  const saved = stage?.slides;
  const arrangement = useMemo(
    () =>
      saved === undefined || order !== undefined || out !== undefined
        ? arrangementOf({ order, out })
        : arrangementOfStage({ slides: saved }),
    [saved, order, out],
  );

  if (moment === null || shown === null) {
    const trouble = error ?? failed;
    if (trouble !== null && isAway(trouble)) return <Away />;
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
      newer={moment.newer && !corridor}
      line={line}
      rotates={corridor}
      onSlide={(slide) => {
        setCurrent(slide);
        turn(slide);
        change({ slide });
      }}
      onGround={(ground) => change({ ground: ground === 'dark' ? ground : undefined })}
      onTable={(table) => change({ table: table ? 'shown' : undefined })}
      onArrange={(arrangement) => change(searchOf(arrangement))}
      onTakeIn={takeIn}
      onKeep={mayKeep ? keep : null}
      onLanguage={() => setLanguage(language === 'zh-CN' ? 'en' : 'zh-CN')}
      onLeave={
        wall
          ? null
          : () => {
              void navigate({ to: '/', search: { plan: search.plan, year: search.year } });
            }
      }
    />
  );
}

const isAway = (error: Error): boolean =>
  error instanceof ApiProblem && (error.code === 'offline' || error.code === 'busy');

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
