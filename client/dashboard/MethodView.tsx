import type { ReactElement } from 'react';
import type { Dashboard } from '../../shared/dashboard.ts';
import { KINDS, type Status, STATUSES } from '../../shared/assessment/types.ts';
import { StatusGlyph } from '../ui/status.tsx';
import { exampleOf, lackingForExample } from './example.ts';
import indicatorStyles from './Indicator.module.css';
import styles from './Method.module.css';
import { pick, type Speech } from './speak.ts';
import { whyGroups } from './why.ts';

/** How a status is made, with an example taken live from the board. */
export function MethodView(props: {
  /** null while it loads: the rules stand without it. */
  board: Dashboard | null;
  speech: Speech;
  hrefTo: (path: string) => string;
}): ReactElement {
  const { board, speech, hrefTo } = props;
  const { method, statuses } = speech.messages;
  return (
    <article className={styles['page']}>
      <h1>{method.title}</h1>
      <p className={styles['lead']}>{method.lead}</p>
      <div className={styles['columns']}>
        <div>
          <section>
            <h2>{method.fourTitle}</h2>
            <dl className={styles['four']}>
              {method.four.map(({ term, text }) => (
                <div key={term}>
                  <dt>{term}</dt>
                  <dd>{text}</dd>
                </div>
              ))}
            </dl>
          </section>
          <section>
            <h2>{method.statusesTitle}</h2>
            <StatusTable speech={speech} />
          </section>
          <section>
            <h2>{method.kindsTitle}</h2>
            <dl className={styles['four']}>
              {KINDS.map((kind) => (
                <div key={kind}>
                  <dt>{statuses.kinds[kind]}</dt>
                  <dd>{method.kinds[kind]}</dd>
                </div>
              ))}
            </dl>
          </section>
        </div>
        <div>
          <section>
            <h2>{method.exampleTitle}</h2>
            {board === null ? null : <Example board={board} speech={speech} hrefTo={hrefTo} />}
          </section>
          <section>
            <h2>{method.specialTitle}</h2>
            <ul>
              {method.special.map((text) => (
                <li key={text}>{text}</li>
              ))}
            </ul>
          </section>
          <section>
            <h2>{method.outlookTitle}</h2>
            <p>{method.outlook}</p>
          </section>
          <section>
            <h2>{method.noScoreTitle}</h2>
            <p>{method.noScore}</p>
          </section>
        </div>
      </div>
    </article>
  );
}

function StatusTable({ speech }: { speech: Speech }): ReactElement {
  const { method, statuses } = speech.messages;
  const cuts: Partial<Record<Status, string>> = method.cuts;
  return (
    <table className="statTable">
      <thead>
        <tr>
          <th scope="col">{method.columns.status}</th>
          <th scope="col">{method.columns.meaning}</th>
          <th scope="col">{method.columns.cut}</th>
        </tr>
      </thead>
      <tbody>
        {STATUSES.map((status) => (
          <tr key={status}>
            <th scope="row" data-status={status}>
              <span className="statusWord">
                <StatusGlyph status={status} />
                {statuses.names[status]}
              </span>
            </th>
            <td className={styles['meaning']}>{method.meanings[status]}</td>
            <td className={styles['cut']}>{cuts[status] ?? method.none}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Steps and numbers of a real indicator; where there is none, what is missing and no figure. */
function Example(props: {
  board: Dashboard;
  speech: Speech;
  hrefTo: (path: string) => string;
}): ReactElement {
  const { board, speech, hrefTo } = props;
  const { method } = speech.messages;
  const indicator = exampleOf(board);
  if (indicator === null) {
    const { baselines, targets, readings } = lackingForExample(board);
    return (
      <>
        <p>{method.noExample}</p>
        <ul>
          {baselines > 0 ? <li>{method.lacking.baselines(baselines)}</li> : null}
          {targets > 0 ? <li>{method.lacking.targets(targets)}</li> : null}
          {readings > 0 ? <li>{method.lacking.readings(readings)}</li> : null}
        </ul>
      </>
    );
  }
  const name = pick(speech, indicator.nameZh, indicator.nameEn);
  return (
    <>
      <p>{method.exampleLead(name, board.year)}</p>
      <ol className={`${indicatorStyles['why']} ${styles['example']}`}>
        {whyGroups(indicator, speech).map(({ group, title, lines, from }) => (
          <li key={group}>
            <h3>{title}</h3>
            <ul className={indicatorStyles['steps']}>
              {lines.map((line, index) => (
                <li key={line}>
                  <span className={indicatorStyles['number']}>{from + index}</span>
                  {line}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
      <p>
        <a href={hrefTo(`/indicators/${indicator.id}`)}>{method.exampleOpen}</a>
      </p>
    </>
  );
}
