import { VERDICTS } from '../acceptance-score.ts';
import type { AcceptanceItem } from '../acceptances.ts';
import { lacks } from '../acceptance-evidence.ts';
import { MEASURE_STATES } from '../measures.ts';
import type { Block, PaperColumn, PaperPages } from '../paper.ts';
import { indicatorSentence } from '../reports/model.ts';
import { pick } from '../reports/source.ts';
import { titleLines } from '../reports/title.ts';
import { dayInChina } from '../rounds.ts';
import {
  type DossierSource,
  type DossierVoice,
  gradeText,
  type ItemSubject,
  itemsOf,
  marksOf,
  marksText,
  nameOf,
  scoreText,
} from './source.ts';

const dayOf = (at: string): string => dayInChina(new Date(at));

/** The report of an acceptance in official form. Pure: no clock, no chance. */
export function dossierReport(source: DossierSource, voice: DossierVoice): PaperPages {
  const { board, acceptance } = source;
  const { dossier: words, words: report, language } = voice;
  const title = words.titles.report(
    board.year,
    pick(voice, board.plan.shortTitleZh, board.plan.shortTitleEn),
  );
  const heading = (path: readonly [number, ...number[]], text: string): Block => ({
    kind: 'heading',
    level: path.length === 1 ? 1 : 2,
    text: report.heading(path, text),
  });
  const { heads } = words;
  const blocks: Block[] = [
    { kind: 'title', lines: language === 'zh-CN' ? titleLines(title) : [title] },
    { kind: 'addressee', text: report.salutation(report.addressee.zone) },
    said(words.opening(pick(voice, board.plan.titleZh, board.plan.titleEn), board.year)),
    heading([1], heads.course),
    ...course(source, voice).map(said),
    heading([2], heads.targets),
    ...targets(source, voice),
    heading([3], heads.items),
    ...results(source, voice, (at, text) => heading([3, at], text)),
    heading([4], heads.work),
    ...work(source, voice),
    heading([5], heads.problems),
    ...problems(source, voice).map(said),
    heading([6], heads.conclusion),
    ...conclusion(source, voice),
    ...(report.closing === '' ? [] : [said(report.closing)]),
    {
      kind: 'attachments',
      label: report.attachments,
      items: (['scoreSheet', 'evidenceList'] as const).map((paper) =>
        words.titles[paper](
          board.year,
          pick(voice, board.plan.shortTitleZh, board.plan.shortTitleEn),
        ),
      ),
    },
    {
      kind: 'signature',
      department: report.committee,
      date:
        acceptance.concluded === null
          ? report.dateOpen
          : report.date(dayOf(acceptance.concluded.at)),
    },
    proofOf(source, voice),
  ];
  return {
    layout: language === 'zh-CN' ? 'official' : 'ordinary',
    ...marksOf(source, voice),
    sections: [{ blocks }],
  };
}

const said = (text: string): Block => ({ kind: 'paragraph', text });

/** On the last page of each paper: what it was written from. */
export function proofOf({ acceptance }: DossierSource, { dossier }: DossierVoice): Block {
  const { sha256, sealSha256 } = acceptance.basis;
  return { kind: 'paragraph', small: true, text: dossier.proof(sha256, sealSha256) };
}

/** 一、考核工作组织情况, a paragraph for each stage that it came to. */
function course(source: DossierSource, voice: DossierVoice): string[] {
  const { acceptance, board, sheetApprovedAt } = source;
  const { course: words } = voice.dossier;
  const { basis, departments, items, state } = acceptance;
  const named = (states: readonly string[]): string[] =>
    departments
      .filter((one) => states.includes(one.state))
      .map(({ departmentId }) => nameOf(source, departmentId, voice));
  const absent = named(['absent']);
  const stillOut = named(['draft', 'submitted', 'returned']);
  const join = (parts: readonly string[]): string =>
    parts.filter((part) => part !== '').join(voice.language === 'zh-CN' ? '' : ' ');

  const marked = items.filter(({ excluded }) => !excluded);
  const verified = marked.filter((one) => one.verified !== null);
  const differing = verified.filter((one) => one.verified?.marks !== expectedOf(one));
  const disputes = items.flatMap(({ dispute }) => dispute ?? []);
  const count = (of: string): number => disputes.filter((one) => one.state === of).length;
  const announced = state === 'disputes' || state === 'presented' || state === 'concluded';
  return [
    join([
      words.opened(
        dayOf(acceptance.opened.at),
        acceptance.sheetNumber,
        sheetApprovedAt === null ? null : dayOf(sheetApprovedAt),
        board.year,
      ),
      basis.sealedAt === null
        ? words.unsealed(dayOf(basis.takenAt), board.year)
        : words.sealed(dayOf(basis.sealedAt), board.year),
    ]),
    join([
      words.self(departments.filter((one) => one.state === 'handedIn').length, departments.length),
      absent.length === 0 ? '' : words.absent(absent, acceptance.absenceReason),
      stillOut.length === 0 ? '' : words.stillOut(stillOut),
    ]),
    ...(state === 'selfAssessment'
      ? []
      : [words.verified(verified.length, marked.length, differing.length)]),
    ...(announced
      ? [
          disputes.length === 0
            ? words.noDispute
            : words.disputes(disputes.length, count('upheld'), count('changed'), count('open')),
        ]
      : []),
    join([
      acceptance.presented === null ? '' : words.presented(dayOf(acceptance.presented.at)),
      acceptance.concluded === null ? '' : words.concluded(dayOf(acceptance.concluded.at)),
    ]),
  ].filter((text) => text !== '');
}

/** What an assessor need not explain: the claim, or all marks where nothing is claimed; of a veto none. */
export function expectedOf({ claim, part, weight }: AcceptanceItem): number | null {
  return claim ?? (part === 'veto' ? 0 : weight);
}

/** 二、目标完成总体情况: verdicts counted, and by theme. */
function targets(source: DossierSource, voice: DossierVoice): Block[] {
  const { board } = source;
  const { dossier: words, acceptance: names } = voice;
  const judged = itemsOf(source, voice).filter(({ item }) => item.verdict !== null);
  const count = (of: readonly ItemSubject[]): number[] =>
    VERDICTS.map((verdict) => of.filter(({ item }) => item.verdict === verdict).length);
  const [met = 0, notMet = 0, cannotJudge = 0] = count(judged);
  const others = board.indicators
    .filter(({ id }) => judged.every(({ item }) => item.indicatorId !== id))
    .map((one) => pick(voice, one.nameZh, one.nameEn));
  const later = judged.filter(
    ({ item: { deadline } }) => deadline !== null && deadline > board.year,
  );
  const row = (name: string, of: readonly ItemSubject[]): string[] => [
    name,
    ...count(of).map(String),
    String(of.length),
  ];
  const themes = board.themes.filter(({ id }) =>
    judged.some(({ indicator }) => indicator?.themeId === id),
  );
  return [
    said(
      [
        words.counts(judged.length, met, notMet, cannotJudge),
        ...(later.length === 0 ? [] : [words.dueLater(later.length)]),
      ].join(voice.language === 'zh-CN' ? '' : ' '),
    ),
    ...(others.length === 0 ? [] : [said(words.notInSheet(others))]),
    {
      kind: 'table',
      caption: words.table.caption,
      unit: null,
      columns: [
        { head: words.table.theme, width: 60 },
        ...[...VERDICTS.map((one) => names.verdicts[one]), words.table.total].map(
          (head): PaperColumn => ({ head, width: 24, align: 'center' }),
        ),
      ],
      rows: [
        ...themes.map(({ id, nameZh, nameEn }) =>
          row(
            pick(voice, nameZh, nameEn),
            judged.filter(({ indicator }) => indicator?.themeId === id),
          ),
        ),
        row(words.table.total, judged),
      ],
      notes: [],
    },
  ];
}

/** 三、各项指标考核结果: a paragraph for each item, by theme, then what is about no target. */
function results(
  source: DossierSource,
  voice: DossierVoice,
  heading: (at: number, text: string) => Block,
): Block[] {
  const { board } = source;
  const { dossier: words, words: report } = voice;
  const all = itemsOf(source, voice);
  const groups = [
    ...board.themes.map(({ id, nameZh, nameEn }) => ({
      name: report.parts.theme(pick(voice, nameZh, nameEn)),
      items: all.filter(({ indicator }) => indicator?.themeId === id),
    })),
    { name: words.heads.others, items: all.filter(({ indicator }) => indicator === null) },
  ].filter(({ items }) => items.length > 0);
  return groups.flatMap(({ name, items }, at) => [
    heading(at + 1, name),
    ...items.map((one, place): Block => ({
      kind: 'paragraph',
      text: [
        { text: report.label(place + 1, one.name), strong: true },
        one.indicator === null
          ? { text: itemText(one, voice) }
          : {
              text: `${indicatorSentence(one.indicator, board.year, voice)}${itemText(one, voice)}`,
              about: one.indicator.id,
            },
        ...(one.department === null
          ? []
          : [{ text: report.measure.by(one.department), aside: true as const }]),
      ],
    })),
  ]);
}

/** The verdict, the marks and what was objected, as one piece of a paragraph. */
function itemText(
  { item }: ItemSubject,
  { dossier: words, acceptance: names }: DossierVoice,
): string {
  const { verdict, why, dispute, verified } = item;
  const marks = verified?.marks ?? null;
  const judged =
    verdict === null
      ? ''
      : `${words.verdict(names.verdicts[verdict], why === null ? null : names.why[why])}${item.late ? words.late : ''}`;
  const scored = item.excluded
    ? words.excluded
    : item.part === 'veto'
      ? marks === null
        ? ''
        : marks > 0
          ? words.struck
          : words.notStruck
      : words.marks({
          weight: item.weight === null ? null : marksText(item.weight),
          self: item.claim === null ? null : marksText(item.claim),
          marks: marks === null ? null : marksText(marks),
          reason: verified?.reason ?? '',
        });
  const objected =
    dispute === null
      ? ''
      : words.objected(
          dispute.state,
          marksText(dispute.marks),
          marksText(dispute.answer?.marks ?? dispute.marks),
        );
  return `${judged}${scored}${objected}`;
}

/** 四、主要做法和成效: how far the measures are, and what the departments say of themselves. */
function work(source: DossierSource, voice: DossierVoice): Block[] {
  const { measures, acceptance, measureStates } = source;
  const { dossier: words, words: report } = voice;
  const [notStarted = 0, inProgress = 0, mostlyDone = 0, done = 0] = MEASURE_STATES.map(
    (state) => measureStates.filter((one) => one === state).length,
  );
  const texts = itemsOf(source, voice).filter(({ item }) => (item.self?.words ?? '') !== '');
  return [
    ...(measures.length === 0
      ? []
      : [said(words.measures(measures.length, { done, mostlyDone, inProgress, notStarted }))]),
    ...texts.map(({ item, name, department }, at): Block => ({
      kind: 'paragraph',
      text: [
        { text: report.label(at + 1, name), strong: true },
        { text: (item.self?.words ?? '').replaceAll(/\s*\n\s*/g, ' ') },
        ...(department === null
          ? []
          : [{ text: report.measure.by(department), aside: true as const }]),
      ],
    })),
    ...(texts.length === 0 && acceptance.departments.length > 0 ? [said(words.nothingSaid)] : []),
  ];
}

/** 五、存在的主要问题: what is missed, what has no verdict, what marks were taken off for, what lacks evidence. */
function problems(source: DossierSource, voice: DossierVoice): string[] {
  const { dossier: words, acceptance: names } = voice;
  const all = itemsOf(source, voice);
  const notMet = all.filter(({ item }) => item.verdict === 'notMet').map(({ name }) => name);
  const cannotJudge = all
    .filter(({ item }) => item.verdict === 'cannotJudge')
    .map(({ item: { why }, name }) => (why === null ? name : words.because(name, names.why[why])));
  const reduced = all.flatMap(({ item, name }) => {
    const expected = expectedOf(item);
    const marks = item.verified?.marks ?? null;
    if (item.part === 'veto' || marks === null || expected === null || marks >= expected) return [];
    return [words.reducedBy(name, marksText(expected - marks), item.verified?.reason ?? '')];
  });
  const onSheet = new Set(all.map(({ item }) => item.indicatorId));
  const asked = source.acceptance.evidence.filter(({ indicatorId }) => onSheet.has(indicatorId));
  const lacking = asked
    .filter(({ demands }) => demands.some(lacks))
    .flatMap(({ indicatorId }) => {
      const found = source.board.indicators.find(({ id }) => id === indicatorId);
      return found === undefined ? [] : [pick(voice, found.nameZh, found.nameEn)];
    });
  const lines = [
    notMet.length === 0 ? '' : words.notMet(notMet),
    cannotJudge.length === 0 ? '' : words.cannotJudge(cannotJudge),
    reduced.length === 0 ? '' : words.reduced(reduced),
    lacking.length === 0 ? '' : words.lacking(lacking, asked.length),
  ].filter((line) => line !== '');
  return lines.length === 0 ? [words.noProblem] : lines;
}

/** 六、考核结论: by department, in all, and what it is worth as long as nobody concluded it. */
function conclusion(source: DossierSource, voice: DossierVoice): Block[] {
  const { acceptance } = source;
  const { dossier: words } = voice;
  const { verified, departments, concluded } = acceptance;
  const struck = itemsOf(source, voice).filter(({ item }) =>
    verified?.vetoes.some(({ itemId, certain }) => certain && itemId === item.itemId),
  );
  const scored = (score: { low: number; high: number; of: number } | null): string =>
    score === null ? '…' : scoreText(score, voice);
  return [
    ...(verified === null
      ? []
      : [
          said(
            words.result(
              scoreText(verified.total, voice),
              marksText(verified.base.of),
              gradeText(source, verified, voice),
            ),
          ),
        ]),
    ...(struck.length === 0 ? [] : [said(words.vetoed(struck.map(({ name }) => name)))]),
    {
      kind: 'table',
      caption: words.units.caption,
      unit: null,
      columns: [
        { head: words.units.department, width: 66 },
        { head: words.units.of, width: 30, align: 'center' },
        { head: words.units.self, width: 30, align: 'center' },
        { head: words.units.marks, width: 30, align: 'center' },
      ],
      rows: departments.map(({ departmentId, computed, self, verified: marks }) => [
        nameOf(source, departmentId, voice),
        marksText((marks ?? computed).of),
        scored(self),
        scored(marks),
      ]),
      notes: [],
    },
    said(concluded === null ? words.notConcluded : words.concluded(dayOf(concluded.at))),
  ];
}
