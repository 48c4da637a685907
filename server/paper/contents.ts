import type { Block, PaperSection, PaperTable, PaperText } from '../../shared/paper.ts';
import { A4, type Form, type Look, textWidth, twips } from './form.ts';
import { CHART_HEIGHT } from './charts.ts';
import { isTogether } from './tables.ts';

/**
 * On which page each heading of the table of contents comes to stand, in their order. Lines are counted
 * as the form breaks them: exact in the official one but for a word that a program fits otherwise.
 * What a program lays out differently it mends itself when the table is brought up to date (F9).
 */
export function contentsPages(form: Form, sections: readonly PaperSection[]): number[] {
  const depth = sections
    .flatMap(({ blocks }) => blocks)
    .map((block) => (block.kind === 'contents' ? block.depth : 0))
    .reduce<number>((most, one) => Math.max(most, one), 0);
  if (depth === 0) return [];
  const pages: number[] = [];
  let page = 0;
  for (const { blocks, landscape } of sections) {
    page += 1;
    const sheet = new Sheet(form, landscape === true, page);
    for (const [at, block] of blocks.entries()) {
      const listed = block.kind === 'annex' || (block.kind === 'heading' && block.level <= depth);
      // A heading stays with the first lines of what follows.
      if (block.kind === 'heading') {
        const headings = headingsFrom(blocks, at);
        sheet.reserve(headings + sheet.firstLinesOf(blocks[at + headings]));
      }
      if (block.kind === 'annex' && at > 0) sheet.turn();
      if (listed) pages.push(sheet.page);
      if (block.kind === 'contents') sheet.add(linesOfContents(sections, depth) + 2);
      else sheet.place(block);
    }
    page = sheet.page;
  }
  return pages;
}

/** How many headings follow upon each other, this one included. */
function headingsFrom(blocks: readonly Block[], at: number): number {
  let count = 0;
  while (blocks[at + count]?.kind === 'heading') count += 1;
  return count;
}

function linesOfContents(sections: readonly PaperSection[], depth: number): number {
  return sections
    .flatMap(({ blocks }) => blocks)
    .filter((block) => block.kind === 'annex' || (block.kind === 'heading' && block.level <= depth))
    .length;
}

/** No program leaves a single line of a paragraph alone on a page. */
const TOGETHER = 2;
/** Of 五号 in a cell, with the room above and below it, in twips. */
const CELL_LINE = 320;
const CELL_ROOM = 70;
const CAPTION = 640;
const UNIT_LINE = 360;
/** So much of a narrow line is filled where words are not broken. */
const WORDS_FILL = 0.9;
/** Between what stands above a table and its first rule. */
const TABLE_GAP = 50;
/** As high as a line of an ordinary page comes to. */
const ORDINARY_LINE = 300;
const ORDINARY_AFTER = 120;

/** A page that is filled from above, in twips. */
class Sheet {
  readonly #form: Form;
  readonly #height: number;
  readonly #width: number;
  #used = 0;
  page: number;

  constructor(form: Form, landscape: boolean, page: number) {
    const { top, bottom } = landscape ? form.margins.across : form.margins.upright;
    this.#form = form;
    this.#height = (landscape ? A4.width : A4.height) - top - bottom;
    this.#width = textWidth(form, landscape);
    this.page = page;
  }

  turn(): void {
    if (this.#used === 0) return;
    this.page += 1;
    this.#used = 0;
  }

  /** So many lines of a block stay together: of three, none can be left alone. */
  firstLinesOf(block: Block | undefined): number {
    const lines = block?.kind === 'paragraph' ? this.#linesOf(block) : TOGETHER;
    return lines <= TOGETHER + 1 ? lines : TOGETHER;
  }

  #linesOf(block: Extract<Block, { kind: 'heading' | 'paragraph' }>): number {
    const { official, looks } = this.#form;
    const look = block.kind === 'heading' ? looks.headings[block.level - 1] : looks.body;
    const indent = official && !(block.kind === 'paragraph' && block.flush === true) ? 2 : 0;
    return linesOf(plain(block.text), look ?? looks.body, this.#width, indent);
  }

  /** Turns the page unless so many lines still fit. */
  reserve(lines: number): void {
    if (this.#used + lines * this.#line > this.#height) this.turn();
  }

  /** The lines of a paragraph, none of them alone at the end of a page or the beginning of the next. */
  add(lines: number): void {
    let left = lines;
    while (left > 0) {
      const fit = Math.floor((this.#height - this.#used) / this.#line + 1e-9);
      if (fit >= left) {
        this.#used += left * this.#line;
        return;
      }
      const staying = left - fit < TOGETHER ? left - TOGETHER : fit;
      if (staying >= TOGETHER) {
        this.#used += staying * this.#line;
        left -= staying;
      }
      this.page += 1;
      this.#used = 0;
    }
  }

  /** Something that stays in one piece. */
  #block(height: number): void {
    this.#row(height, height);
  }

  /** Something of a height that stays with what follows: both need the room of `together`. */
  #row(together: number, height: number): void {
    if (this.#used + together > this.#height) this.turn();
    this.#used += height;
  }

  get #line(): number {
    return this.#form.exactLine ?? ORDINARY_LINE;
  }

  place(block: Block): void {
    const { official, looks } = this.#form;
    const after = official ? 0 : ORDINARY_AFTER;
    switch (block.kind) {
      case 'title':
        this.#block(block.lines.length * (official ? 700 : 500));
        return;
      case 'masthead':
        this.#block(4000);
        return;
      case 'addressee':
        this.add(official ? 2 : 1);
        this.#block(after);
        return;
      case 'heading':
      case 'paragraph': {
        if (block.kind === 'paragraph' && block.small === true) {
          this.#block(linesOf(plain(block.text), looks.small, this.#width, 0) * 360);
          return;
        }
        this.add(this.#linesOf(block));
        this.#block(block.kind === 'heading' && !official ? 320 : after);
        return;
      }
      case 'table':
        this.#table(block);
        return;
      case 'chart':
        this.#block(twips(block.height ?? CHART_HEIGHT) + 120 + CAPTION);
        return;
      case 'attachments':
        this.add((official ? 1 : 0) + block.items.length);
        return;
      case 'signature':
        this.add(3);
        return;
      case 'annex':
        this.#block(official ? 579 * 3 + 700 : 1000);
        return;
      case 'pageBreak':
        this.turn();
        return;
      case 'subtitle':
      case 'note':
      case 'people':
      case 'blankLine':
      case 'contents':
        this.add(1);
        return;
    }
  }

  #table(table: PaperTable): void {
    const { caption, unit, columns, rows, notes } = table;
    const { looks } = this.#form;
    const asked = columns.reduce((sum, { width }) => sum + width, 0);
    const fill = this.#form.official ? 1 : WORDS_FILL;
    const widths = columns.map(({ width }) => ((width / asked) * this.#width - 160) * fill);
    const heightOf = (cells: readonly string[], look: Look): number =>
      CELL_ROOM +
      CELL_LINE *
        Math.max(...cells.map((text, at) => linesOf(text, look, widths[at] ?? this.#width, 0)), 1);
    const head = heightOf(
      columns.map((column) => column.head),
      looks.head,
    );
    const heads = (caption === null ? 0 : CAPTION) + (unit === null ? 0 : UNIT_LINE);
    if (isTogether(table)) {
      const all = rows.map((row) => heightOf(typeof row === 'string' ? [row] : row, looks.cell));
      this.#row(heads + TABLE_GAP + head + all.reduce((sum, height) => sum + height, 0), 0);
    }
    if (caption !== null) this.#block(CAPTION);
    if (unit !== null) this.#block(UNIT_LINE);
    this.#block(head + TABLE_GAP);
    const heightAt = (at: number): number => {
      const row = rows[at];
      if (row === undefined) return 0;
      // A row that names those below it stays with the first of them.
      return typeof row === 'string'
        ? CELL_LINE + CELL_ROOM + heightAt(at + 1)
        : heightOf(row, looks.cell);
    };
    const noted = notes.map((note) => 360 * linesOf(note, looks.small, this.#width, 0));
    for (const at of rows.keys()) {
      const before = this.page;
      const own = typeof rows[at] === 'string' ? CELL_LINE + CELL_ROOM : heightAt(at);
      // The first note stays with the last row.
      const beside = at === rows.length - 1 ? (noted[0] ?? 0) : 0;
      this.#row(heightAt(at) + beside, own);
      // The head is repeated on the next page.
      if (this.page !== before) this.#used += head;
    }
    for (const height of noted) this.#block(height);
  }
}

const plain = (text: PaperText): string =>
  typeof text === 'string' ? text : text.map((span) => span.text).join('');

/** How many lines a text comes to. `indent` in characters of the first of them. */
function linesOf(text: string, look: Look, width: number, indent: number): number {
  // A Chinese character is as wide as it is high, less what is pressed out of it.
  const character = look.size * 10 + (look.spacing ?? 0);
  const room = width / character;
  return text
    .split('\n')
    .map((line) => Math.max(1, Math.ceil((widthOf(line) + indent) / room - 1e-6)))
    .reduce((sum, lines) => sum + lines, 0);
}

const LATIN = /[\x20-\x7e]/;

/** Of Times, in ems: an office paper has few of them, an English one nothing else. */
function latinWidth(one: string): number {
  if (one === ' ') return 0.25;
  if (/[a-z]/.test(one)) return 0.44;
  return /[A-Z]/.test(one) ? 0.68 : /\d/.test(one) ? 0.5 : 0.33;
}

/** In Chinese characters; a quarter of one stands between Latin ones and Chinese ones. */
function widthOf(text: string): number {
  let width = 0;
  let before: boolean | null = null;
  let last = '';
  for (const one of text) {
    const latin = LATIN.test(one);
    width += latin ? latinWidth(one) : 1;
    const meets =
      before !== null && before !== latin && /[\p{Script=Han}]/u.test(latin ? last : one);
    if (meets) width += 0.25;
    before = latin;
    last = one;
  }
  return width;
}
