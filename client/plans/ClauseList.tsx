import { type ReactElement, useEffect, useRef } from 'react';
import { useBoard } from '../dashboard/api.ts';
import { useMessages, useName, usePick } from '../app/language.tsx';
import { useMeasures } from './api.ts';
import { ClauseLink } from './ClauseLink.tsx';
import { type Clause, clauseKey, type PlanDocument } from './clauses.ts';
import styles from './ClauseList.module.css';

interface Chapter {
  readonly id: string;
  readonly title: string;
  readonly clauses: readonly Clause[];
}

/** The contents: each theme with its indicators and measures, then the safeguards. */
export function ClauseList(props: { document: PlanDocument; asked: Clause | null }): ReactElement {
  const { document, asked } = props;
  const words = useMessages().plans.document;
  const pick = usePick();
  const chapters = useChapters(document);
  const askedKey = asked === null ? null : clauseKey(asked);
  const list = useRef<HTMLElement | null>(null);
  useEffect(() => {
    if (list.current === null || askedKey === null) return;
    const current = Array.from(list.current.querySelectorAll<HTMLElement>('[data-clause]')).find(
      (entry) => entry.dataset['clause'] === askedKey,
    );
    if (current === undefined) return;
    // Within the list alone: the page itself is moved to the clause.
    const { top, bottom } = list.current.getBoundingClientRect();
    const here = current.getBoundingClientRect();
    if (here.top < top) list.current.scrollTop -= top - here.top;
    if (here.bottom > bottom) list.current.scrollTop += here.bottom - bottom;
  }, [askedKey]);
  return (
    <nav ref={list} className={styles['contents']} aria-label={words.contents}>
      {chapters.map(({ id, title, clauses }) => (
        <section key={id}>
          <h2 className={styles['chapter']}>{title}</h2>
          <ul className={styles['list']}>
            {clauses.map((clause) => (
              <li key={clauseKey(clause)}>
                <ClauseLink clause={clause} className={styles['entry']} current={clause === asked}>
                  <span className={styles['code']}>{clause.code}</span>
                  <span>{pick(clause.titleZh, clause.titleEn)}</span>
                </ClauseLink>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </nav>
  );
}

/** Themes come with the board; until it is there, the clauses stand under their kinds. */
function useChapters(document: PlanDocument): Chapter[] {
  const words = useMessages().plans.document;
  const name = useName();
  const board = useBoard({ planId: document.planId }).data;
  const measures = useMeasures(document.planId).data;
  const { clauses } = document;
  const of = (subject: Clause['subject']) => clauses.filter((one) => one.subject === subject);
  const indicators = inOrder(of('indicator'));
  const safeguards = { id: 'safeguards', title: words.safeguards, clauses: of('safeguard') };
  if (board === undefined || measures === undefined) {
    return [
      { id: 'indicators', title: words.indicators, clauses: indicators },
      { id: 'measures', title: words.measures, clauses: of('measure') },
      safeguards,
    ];
  }
  const indicatorThemes = new Map(board.indicators.map(({ id, themeId }) => [id, themeId]));
  const measureThemes = new Map(measures.items.map(({ id, themeId }) => [id, themeId]));
  const themes = board.themes.flatMap((theme): Chapter[] => [
    {
      id: `${theme.id}-indicators`,
      title: words.themeIndicators(name(theme)),
      clauses: indicators.filter(({ id }) => indicatorThemes.get(id) === theme.id),
    },
    {
      id: `${theme.id}-measures`,
      title: words.themeMeasures(name(theme)),
      clauses: of('measure').filter(({ id }) => measureThemes.get(id) === theme.id),
    },
  ]);
  return [...themes, safeguards].filter((chapter) => chapter.clauses.length > 0);
}

/** By their codes: A2 before A10. The text has some of them in another order. */
function inOrder(indicators: readonly Clause[]): Clause[] {
  return [...indicators].sort((one, other) =>
    (one.code ?? '').localeCompare(other.code ?? '', 'en', { numeric: true }),
  );
}
