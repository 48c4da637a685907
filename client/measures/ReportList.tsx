import { useMutation } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { approveMeasureReports } from '../../shared/measures.ts';
import { useMessages, usePick } from '../app/language.tsx';
import { call } from '../call.ts';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import { problemSentence } from '../ui/sentences.ts';
import { useToast } from '../ui/Toast.tsx';
import { keyOf, type ShownDuty } from './duties.ts';
import styles from './measures.module.css';
import { MeasureStateWord } from './MeasureStateWord.tsx';

/** The reports of a year, a row each; a reviewer approves several of them at once. */
export function ReportList(props: {
  duties: readonly ShownDuty[];
  chosen: string | null;
  name: (departmentId: string) => string;
  onChoose: (duty: ShownDuty) => void;
}): ReactElement {
  const { duties, chosen, name, onChoose } = props;
  const messages = useMessages();
  const words = messages.measures.reports;
  const pick = usePick();
  const toast = useToast();
  const [selected, setSelected] = useState<readonly string[]>([]);
  const approvable = duties.flatMap(({ report }) =>
    report?.steps.includes('approve') === true ? [report] : [],
  );
  const picked = approvable.filter(({ id }) => selected.includes(id));
  const approve = useMutation({
    mutationFn: () =>
      call(approveMeasureReports, {
        body: { items: picked.map(({ id, version }) => ({ id, version })) },
      }),
    onSuccess: ({ items }) => {
      const done = items.filter(({ outcome }) => outcome === 'approved').length;
      toast(words.approvedOf(done, items.length - done));
      setSelected([]);
    },
  });
  // One's own department need not be said in every row.
  const several = new Set(duties.map(({ departmentId }) => departmentId)).size > 1;
  return (
    <>
      {approve.error === null ? null : (
        <Notice tone="error">{problemSentence(messages, approve.error)}</Notice>
      )}
      {approvable.length === 0 ? null : (
        <p className={styles['bulk']}>
          <Button
            disabled={picked.length === 0}
            pending={approve.isPending}
            onClick={() => approve.mutate()}
          >
            {words.approveSelected(picked.length)}
          </Button>
        </p>
      )}
      <div className={styles['queue']}>
        <table className="statTable">
          <caption className="visuallyHidden">{words.caption}</caption>
          <thead>
            <tr>
              <th scope="col">{words.measure}</th>
              {several ? <th scope="col">{words.department}</th> : null}
              <th scope="col">{words.status}</th>
              <th scope="col">{words.state}</th>
            </tr>
          </thead>
          <tbody>
            {duties.map((duty) => {
              const { measure, report } = duty;
              const title = `${measure.number}. ${pick(measure.titleZh, measure.titleEn)}`;
              return (
                <tr key={keyOf(duty)} data-current={keyOf(duty) === chosen ? '' : undefined}>
                  <th scope="row">
                    <div className={styles['picked']}>
                      {report?.steps.includes('approve') === true ? (
                        <input
                          type="checkbox"
                          aria-label={words.select(`${title} ${name(duty.departmentId)}`)}
                          checked={selected.includes(report.id)}
                          onChange={({ target }) =>
                            setSelected((old) =>
                              target.checked
                                ? [...old, report.id]
                                : old.filter((id) => id !== report.id),
                            )
                          }
                        />
                      ) : null}
                      <button
                        type="button"
                        className={styles['open']}
                        aria-current={keyOf(duty) === chosen ? 'true' : undefined}
                        aria-label={`${title} ${name(duty.departmentId)}`}
                        onClick={() => onChoose(duty)}
                      >
                        {title}
                      </button>
                    </div>
                  </th>
                  {several ? <td>{name(duty.departmentId)}</td> : null}
                  <td className={styles['state']}>{words.dutyStates[duty.dutyState]}</td>
                  <td className={styles['state']}>
                    {report === null ? null : <MeasureStateWord state={report.state} />}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </>
  );
}
