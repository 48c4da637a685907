import {
  AlignmentType,
  type FileChild,
  HeadingLevel,
  PageBreak,
  Paragraph,
  TableOfContents,
  TextRun,
} from 'docx';
import { chartOf } from './charts.ts';
import type { Form, Look } from './form.ts';
import { mastheadOf } from '../../shared/masthead.ts';
import type { Block, PaperText, Span } from '../../shared/paper.ts';
import { mastheadLook, runOf, STYLE } from './styles.ts';
import { tableOf } from './tables.ts';

const ALIGN = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
} as const;
const HEADINGS = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
] as const;

/** A character of the body with what is pressed out of it, in twips. */
const CHARACTER = 315;

/** What a block is on paper. */
export function blockOf(form: Form, block: Block, landscape: boolean): FileChild[] {
  const { looks, official } = form;
  const run = (text: string, look: Look = looks.body) =>
    new TextRun({ text, ...runOf(form, look) });
  const line = (text: string, style: string = STYLE.flush, look?: Look) =>
    new Paragraph({ style, children: text === '' ? [] : [run(text, look)] });
  const blank = () => line('');
  switch (block.kind) {
    case 'title':
      return [
        new Paragraph({
          style: STYLE.title,
          children: block.lines.map(
            (text, at) =>
              new TextRun({ text, ...runOf(form, looks.title), ...(at === 0 ? {} : { break: 1 }) }),
          ),
        }),
      ];
    case 'subtitle':
      return [line(block.text, STYLE.subtitle, looks.subtitle)];
    case 'masthead': {
      const { lines, size } = mastheadOf(block.text);
      return [
        new Paragraph({
          style: STYLE.masthead,
          children: lines.map(
            (text, at) =>
              new TextRun({
                text,
                ...runOf(form, mastheadLook(form, size)),
                ...(at === 0 ? {} : { break: 1 }),
              }),
          ),
        }),
        ...(block.number === null
          ? []
          : [
              new Paragraph({
                style: STYLE.flush,
                alignment: AlignmentType.CENTER,
                children: [run(block.number)],
              }),
            ]),
        new Paragraph({
          style: STYLE.flush,
          rightTabStop: 8844,
          border: { bottom: { style: 'single', size: 12, color: 'C00000', space: 6 } },
          children: [run(`${block.department}\t${block.date}`)],
        }),
        blank(),
      ];
    }
    case 'addressee':
      return [...(official ? [blank()] : []), line(block.text)];
    case 'heading':
      return [
        new Paragraph({
          heading: HEADINGS[block.level - 1] ?? HeadingLevel.HEADING_4,
          children: [run(block.text, looks.headings[block.level - 1])],
        }),
      ];
    case 'paragraph':
      return [
        new Paragraph({
          style:
            block.small === true ? STYLE.small : block.flush === true ? STYLE.flush : STYLE.body,
          ...(block.align === undefined ? {} : { alignment: ALIGN[block.align] }),
          ...(block.keepNext === true ? { keepNext: true } : {}),
          children: runsOf(form, block.text, block.small === true ? looks.small : looks.body),
        }),
      ];
    case 'contents':
      return [
        line(block.title, STYLE.title, looks.title),
        blank(),
        new TableOfContents(block.title, {
          headingStyleRange: `1-${block.depth}`,
          hyperlink: false,
          useAppliedParagraphOutlineLevel: true,
        }),
      ];
    case 'table':
      return tableOf(form, block, landscape);
    case 'chart':
      return chartOf(form, block);
    case 'attachments':
      return attachmentsOf(form, block);
    case 'signature':
      return [blank(), ...signatureOf(form, block)];
    case 'note':
      return [line(official ? `（${block.text}）` : block.text, STYLE.body)];
    case 'people':
      return [
        new Paragraph({
          style: STYLE.flush,
          indent: { left: CHARACTER * (2 + block.label.length), hanging: labelWidth(block) },
          children: [
            run(block.label, { ...looks.headings[0] }),
            run(block.names, { ...looks.body }),
          ],
        }),
      ];
    case 'annex':
      return [
        new Paragraph({
          style: STYLE.flush,
          pageBreakBefore: true,
          keepNext: true,
          children: [run(block.label, looks.headings[0])],
        }),
        ...(official ? [blank()] : []),
        new Paragraph({
          style: STYLE.title,
          outlineLevel: 0,
          children: [run(block.title, looks.title)],
        }),
        ...(official ? [blank()] : []),
      ];
    case 'pageBreak':
      return [new Paragraph({ style: STYLE.flush, children: [new PageBreak()] })];
    case 'blankLine':
      return [blank()];
  }
}

const labelWidth = ({ label }: { readonly label: string }): number => CHARACTER * label.length;

function runsOf(form: Form, text: PaperText, look: Look): TextRun[] {
  const spans = typeof text === 'string' ? [{ text }] : text;
  return spans.map(
    (span) => new TextRun({ text: span.text, ...runOf(form, lookOf(form, span, look)) }),
  );
}

function lookOf({ official }: Form, span: Span, look: Look): Look {
  if (span.strong === true)
    return official ? { ...look, face: 'heading' } : { ...look, bold: true };
  if (span.aside === true)
    return official ? { ...look, face: 'aside' } : { ...look, italics: true };
  return look;
}

/** “附件：1. …”: the numbers stand below each other, and a second line below the name. */
function attachmentsOf(
  form: Form,
  { label, items }: Extract<Block, { kind: 'attachments' }>,
): Paragraph[] {
  const { official, looks } = form;
  const ahead = official ? 2 + label.length : 0;
  return [
    new Paragraph({ style: STYLE.flush, children: [] }),
    ...items.map((item, at) => {
      const number = items.length === 1 ? '' : `${at + 1}. `;
      const width = CHARACTER * (number === '' ? 0 : 1.25);
      return new Paragraph({
        style: STYLE.flush,
        indent: {
          left: Math.round(CHARACTER * ahead + width),
          hanging: Math.round(width + (at === 0 && official ? CHARACTER * label.length : 0)),
        },
        children: [
          new TextRun({
            text: `${at === 0 || !official ? label : ''}${number}${item}`,
            ...runOf(form, looks.body),
          }),
        ],
      });
    }),
  ];
}

/** 落款: two characters from the right, the shorter line centred on the longer. */
function signatureOf(
  form: Form,
  { department, date }: Extract<Block, { kind: 'signature' }>,
): Paragraph[] {
  const { official, looks } = form;
  const widths = [department, date].map(widthOf);
  const widest = Math.max(...widths);
  return [department, date].map((text, at) => {
    const room = CHARACTER * (2 + (widest - (widths[at] ?? 0)) / 2);
    return new Paragraph({
      style: STYLE.flush,
      keepNext: at === 0,
      ...(official
        ? { alignment: AlignmentType.RIGHT, indent: { right: Math.round(room) } }
        : { alignment: AlignmentType.LEFT }),
      children: [new TextRun({ text, ...runOf(form, looks.body) })],
    });
  });
}

/** In characters: Latin ones and digits take half the room. */
function widthOf(text: string): number {
  return Array.from(text).reduce((sum, one) => sum + (/[\x20-\x7e]/.test(one) ? 0.5 : 1), 0);
}
