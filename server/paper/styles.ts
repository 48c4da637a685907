import {
  AlignmentType,
  type IParagraphStyleOptions,
  type IRunStylePropertiesOptions,
  type IStylesOptions,
  LineRuleType,
} from 'docx';
import { type Form, fontOf, type Look, textWidth } from './form.ts';

/** Styles by what a paragraph is, so that people who edit the paper find them in its list. */
export const STYLE = {
  title: 'PaperTitle',
  subtitle: 'PaperSubtitle',
  body: 'PaperBody',
  flush: 'PaperFlush',
  small: 'PaperSmall',
  caption: 'PaperCaption',
  cell: 'PaperCell',
  figure: 'PaperFigure',
  masthead: 'PaperMasthead',
} as const;

const CELL_LINE = 320;
const SMALL_LINE = 360;
const TITLE_LINE = 700;
const TWO_CHARACTERS = { firstLineChars: 200, firstLine: 640 } as const;

/** How a run looks, with its font for every script named on it. */
export function runOf(form: Form, look: Look): IRunStylePropertiesOptions {
  const { size, bold, italics, color, spacing } = look;
  return {
    font: fontOf(form, look.face),
    size,
    ...(bold === undefined ? {} : { bold }),
    ...(italics === undefined ? {} : { italics }),
    ...(color === undefined ? {} : { color }),
    ...(spacing === undefined ? {} : { characterSpacing: spacing }),
  };
}

function lineOf(twips: number | null, before = 0, after = 0) {
  return twips === null
    ? { before, after, line: 276, lineRule: LineRuleType.AUTO }
    : { before, after, line: twips, lineRule: LineRuleType.EXACT };
}

/**
 * 标志 of minutes: large and red, as the heads of official papers are.
 * @param size in points
 */
export function mastheadLook(form: Form, size = 44): Look {
  return { ...form.looks.title, size: form.official ? 2 * size : 56, color: 'C00000' };
}

export function stylesOf(form: Form): IStylesOptions {
  const { official, exactLine, looks } = form;
  const body = lineOf(exactLine, 0, official ? 0 : 120);
  const indent = official ? TWO_CHARACTERS : {};
  const heading = (level: 0 | 1 | 2 | 3) => ({
    run: runOf(form, looks.headings[level]),
    paragraph: {
      spacing: lineOf(exactLine, official ? 0 : 240 - 40 * level, official ? 0 : 80),
      indent,
      keepNext: true,
      outlineLevel: level,
    },
  });
  const style = (
    id: string,
    name: string,
    look: Look,
    paragraph: IParagraphStyleOptions['paragraph'],
  ): IParagraphStyleOptions => ({
    id,
    name,
    quickFormat: true,
    run: runOf(form, look),
    paragraph: { ...paragraph },
  });
  const say = (chinese: string, english: string): string => (official ? chinese : english);
  const centred = { alignment: official ? AlignmentType.CENTER : AlignmentType.LEFT };
  const titleLine = lineOf(official ? TITLE_LINE : null, 0, official ? 0 : 160);
  return {
    default: {
      document: {
        run: {
          ...runOf(form, looks.body),
          language: official
            ? { value: 'en-US', eastAsia: 'zh-CN' }
            : { value: 'en-GB', eastAsia: 'zh-CN' },
        },
      },
      heading1: heading(0),
      heading2: heading(1),
      heading3: heading(2),
      heading4: heading(3),
    },
    paragraphStyles: [
      style(STYLE.title, say('公文标题', 'Report title'), looks.title, {
        ...centred,
        spacing: titleLine,
        keepNext: true,
      }),
      style(STYLE.subtitle, say('公文副题', 'Report subtitle'), looks.subtitle, {
        ...centred,
        spacing: titleLine,
      }),
      style(STYLE.body, say('公文正文', 'Report text'), looks.body, {
        alignment: official ? AlignmentType.BOTH : AlignmentType.LEFT,
        spacing: body,
        indent,
      }),
      style(STYLE.flush, say('公文顶格', 'Report flush text'), looks.body, { spacing: body }),
      style(STYLE.small, say('公文注释', 'Report note'), looks.small, {
        spacing: official ? lineOf(SMALL_LINE) : lineOf(null, 0, 60),
      }),
      style(STYLE.caption, say('公文题注', 'Report caption'), looks.caption, {
        alignment: AlignmentType.CENTER,
        spacing: lineOf(official ? 480 : null, 120, 40),
      }),
      style(STYLE.cell, say('公文表格', 'Report table text'), looks.cell, {
        spacing: lineOf(CELL_LINE),
      }),
      style(STYLE.figure, say('公文图', 'Report figure'), looks.small, {
        alignment: AlignmentType.CENTER,
        spacing: { before: 120, after: 0, line: 240, lineRule: LineRuleType.AUTO },
        keepNext: true,
      }),
      style(STYLE.masthead, say('公文标志', 'Masthead'), mastheadLook(form), {
        alignment: AlignmentType.CENTER,
        spacing: { before: 480, after: 480, line: 240, lineRule: LineRuleType.AUTO },
      }),
      ...([1, 2, 3] as const).map((level): IParagraphStyleOptions => ({
        id: `TOC${level}`,
        name: `toc ${level}`,
        run: runOf(form, looks.body),
        paragraph: {
          spacing: lineOf(exactLine),
          indent: { left: (level - 1) * (official ? 320 : 240) },
          rightTabStop: textWidth(form, false),
        },
      })),
    ],
  };
}
