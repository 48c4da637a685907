import type { ReactElement } from 'react';
import type { Inspection } from '../../shared/inspection.ts';
import { useFormat, useMessages } from '../app/language.tsx';
import { AccountsPart } from './AccountsPart.tsx';
import { ExportTable } from '../ui/ExportTable.tsx';
import { Part } from './Part.tsx';
import styles from './inspection.module.css';

/** The report: what is met and what is open first, then everything that it rests on. */
export function InspectionReport({ found }: { found: Inspection }): ReactElement {
  const { inspection: words, accounts } = useMessages();
  const format = useFormat();
  const { profile, controls, exports } = found;
  const met = controls.filter((one) => one.met).length;
  return (
    <>
      <p className={styles['summary']}>
        {words.checkedAt(format.dateTime(found.at))} · {words.profile}{' '}
        {profile === null ? words.noProfile : accounts.setUp.profiles[profile].label} ·{' '}
        {words.summary(met, controls.length)}
      </p>
      <Controls controls={controls} />
      <Part title={words.state}>
        <State found={found} />
      </Part>
      <Part title={words.settings}>
        <Settings settings={found.settings} />
      </Part>
      <AccountsPart found={found} />
      <Part
        title={words.exports}
        lead={
          exports.total === 0
            ? words.noExports
            : words.exportCount(exports.total, exports.items.length)
        }
      >
        {exports.items.length === 0 ? null : <ExportTable items={exports.items} />}
      </Part>
      <FailedSignIns failed={found.failedSignIns} />
      <Part title={words.components} lead={words.componentsLead}>
        <ul className={styles['components']}>
          {found.components.map(({ name, version }) => (
            <li key={name}>
              {name} <span className={styles['version']}>{version}</span>
            </li>
          ))}
        </ul>
      </Part>
    </>
  );
}

function Controls({ controls }: { controls: Inspection['controls'] }): ReactElement {
  const { inspection: words } = useMessages();
  const inOrder = [...controls].sort((a, b) => Number(a.met) - Number(b.met));
  return (
    <table className="statTable">
      <thead>
        <tr>
          <th scope="col">{words.result}</th>
          <th scope="col">{words.control}</th>
        </tr>
      </thead>
      <tbody>
        {inOrder.map(({ control, met, count }) => (
          <tr key={control}>
            <td className={met ? styles['met'] : styles['open']}>{met ? words.met : words.open}</td>
            <td>{met ? words.controls[control].met : words.controls[control].open(count)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function State({ found }: { found: Inspection }): ReactElement {
  const { inspection: words } = useMessages();
  const format = useFormat();
  const { backups, space, clock, log } = found;
  const moment = (at: string | null) => (at === null ? words.never : format.dateTime(at));
  const newest = moment(clock.newestRowAt);
  return (
    <Facts
      facts={[
        [words.lastGood, moment(backups.lastGoodAt)],
        [words.lastFailed, moment(backups.lastFailedAt)],
        [words.lastDrill, moment(backups.lastDrillAt)],
        [words.space, words.spaceOf(format.bytes(space.free), format.bytes(space.low))],
        [words.clock, words.clockOf(newest, clock.behind)],
        [words.log, words.logOf(log.rows)],
      ]}
    />
  );
}

function Settings({ settings }: { settings: Inspection['settings'] }): ReactElement {
  const { inspection: words } = useMessages();
  const names = words.settingNames;
  return (
    <Facts
      facts={[
        [names.password, words.password(settings.passwordLength, settings.passwordDays)],
        [names.lock, words.lock(settings.failuresToLock, settings.lockedMinutes)],
        [names.session, words.session(settings.idleMinutes, settings.absoluteHours)],
        [names.code, settings.demandsSecondFactor ? words.demanded : words.notDemanded],
        [names.origin, settings.origin ?? words.noOrigin(settings.allowHttp)],
        [names.backup, words.backup(settings.backupHour, settings.secondFolder)],
      ]}
    />
  );
}

function Facts({ facts }: { facts: readonly (readonly [string, string])[] }): ReactElement {
  return (
    <dl className={styles['facts']}>
      {facts.map(([name, said]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{said}</dd>
        </div>
      ))}
    </dl>
  );
}

function FailedSignIns({ failed }: { failed: Inspection['failedSignIns'] }): ReactElement {
  const { inspection: words } = useMessages();
  const format = useFormat();
  const { days, total, items } = failed;
  return (
    <Part
      title={words.failed}
      lead={total === 0 ? words.noFailed : words.failedCount(days, total, items.length)}
    >
      {items.length === 0 ? null : (
        <table className="statTable">
          <thead>
            <tr>
              <th scope="col">{words.when}</th>
              <th scope="col">{words.who}</th>
              <th scope="col">{words.address}</th>
              <th scope="col">{words.reason}</th>
            </tr>
          </thead>
          <tbody>
            {items.map(({ at, name, address, outcome }, place) => (
              <tr key={`${at} ${place}`}>
                <td>{format.dateTime(at)}</td>
                <td>{name ?? words.unknownName}</td>
                <td>{address}</td>
                <td>{words.reasons[outcome] ?? outcome}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Part>
  );
}
