import type { Page } from 'playwright-core';

/** What a walk looks at: where the words stand, or whether they stand out. */
export type Looked = 'places' | 'colours';

/**
 * Walks through the whole deck from its first slide by key, and says what is wrong with the words of
 * each: smaller than 3.2 units (the source line: 2.8), outside the margin of 4 units, cut by their
 * drawing, over one another, or below 7:1 against what they stand on.
 */
export async function measureSlides(
  page: Page,
  looked: Looked,
): Promise<{ slides: string[]; found: string[] }> {
  return page.evaluate(async (wanted) => {
    const found: string[] = [];
    const slides: string[] = [];
    const stage = (): HTMLElement => {
      const element = document.querySelector<HTMLElement>('[data-slide]');
      if (element === null) throw new Error('no stage');
      return element;
    };
    const keyOf = (): string => stage().dataset['slide'] ?? '';
    const frame = (): Promise<void> =>
      new Promise((resolve) => {
        requestAnimationFrame(() => resolve());
      });
    const turn = (): Promise<void> =>
      new Promise((resolve) => {
        const { port1, port2 } = new MessageChannel();
        port1.addEventListener('message', () => resolve());
        port1.start();
        port2.postMessage(0);
      });
    const press = async (key: string): Promise<void> => {
      document.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
      await turn();
    };

    interface Word {
      readonly text: string;
      readonly size: number;
      /** The letters themselves, without the air of their line. */
      readonly ink: { left: number; right: number; top: number; bottom: number };
      readonly source: boolean;
      readonly element: Element;
      readonly drawing: SVGSVGElement | null;
    }

    function wordsOf(root: Element): Word[] {
      const list: Word[] = [];
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      const range = document.createRange();
      while (walker.nextNode()) {
        const node = walker.currentNode;
        const element = node.parentElement;
        const text = node.nodeValue?.trim() ?? '';
        if (element === null || text === '') continue;
        if (element.closest('.visuallyHidden, desc, title, [aria-hidden="true"]') !== null)
          continue;
        const size = Number.parseFloat(getComputedStyle(element).fontSize);
        range.selectNodeContents(node);
        for (const box of range.getClientRects()) {
          if (box.width < 0.5) continue;
          const middle = (box.top + box.bottom) / 2;
          const ink = {
            left: box.left,
            right: box.right,
            top: middle - size * 0.4,
            bottom: middle + size * 0.4,
          };
          list.push({
            text,
            size,
            ink,
            source: element.closest('[data-source]') !== null,
            element,
            drawing: element instanceof SVGElement ? element.ownerSVGElement : null,
          });
        }
      }
      return list;
    }

    const rgb = (colour: string): [number, number, number] => {
      const [red = 0, green = 0, blue = 0] = (colour.match(/[\d.]+/g) ?? []).map(Number);
      return [red, green, blue];
    };
    const luminance = (colour: [number, number, number]): number => {
      const [red = 0, green = 0, blue = 0] = colour.map((each) => {
        const share = each / 255;
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };

    /** What a word stands on: the topmost filled shape under its middle, else the wall. */
    function groundOf({ ink, element }: Word): [number, number, number] {
      const wall = rgb(getComputedStyle(stage()).backgroundColor);
      if (!(element instanceof SVGElement)) return wall;
      const x = (ink.left + ink.right) / 2;
      const y = (ink.top + ink.bottom) / 2;
      for (const under of document.elementsFromPoint(x, y)) {
        if (!(under instanceof SVGGeometryElement)) continue;
        const { fill, fillOpacity } = getComputedStyle(under);
        // Lines have no ground, whatever their fill; words have a rim against them.
        if (fill === 'none' || under instanceof SVGPolylineElement) continue;
        if (under instanceof SVGLineElement) continue;
        const share = Number(fillOpacity);
        const over = rgb(fill);
        const mixed = over.map((each, at) => each * share + (wall[at] ?? 0) * (1 - share));
        return [mixed[0] ?? 0, mixed[1] ?? 0, mixed[2] ?? 0];
      }
      return wall;
    }

    function coloursOf(list: readonly Word[]): void {
      for (const word of list) {
        const style = getComputedStyle(word.element);
        const drawn = rgb(word.drawing === null ? style.color : style.fill);
        const [one, other] = [luminance(drawn), luminance(groundOf(word))];
        const ratio = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
        if (ratio < 7) found.push(`${keyOf()}: ${ratio.toFixed(2)}:1 ${word.text}`);
      }
    }

    function placesOf(list: readonly Word[]): void {
      const unit = Math.min(innerWidth / 140, innerHeight / 90);
      // Old browsers count the slant of a letter that its line does not: a quarter of a unit.
      const slack = Math.max(1, unit * 0.25);
      const edge = unit * 4 - slack;
      const note = (what: string, { text }: Word): void => {
        found.push(`${keyOf()}: ${what}: ${text.slice(0, 50)}`);
      };
      list.forEach((word, index) => {
        const { ink, size, source, drawing } = word;
        if (size < unit * (source ? 2.8 : 3.2) - 0.05) {
          note(`${(size / unit).toFixed(2)} units high`, word);
        }
        if (
          ink.left < edge ||
          ink.top < edge ||
          ink.right > innerWidth - edge ||
          ink.bottom > innerHeight - edge
        ) {
          note('outside the safe area', word);
        }
        if (drawing !== null) {
          const box = drawing.getBoundingClientRect();
          const cut =
            ink.left < box.left - slack ||
            ink.right > box.right + slack ||
            ink.top < box.top - slack ||
            ink.bottom > box.bottom + slack;
          if (cut) note('cut by its drawing', word);
        }
        for (const other of list.slice(index + 1)) {
          const width = Math.min(ink.right, other.ink.right) - Math.max(ink.left, other.ink.left);
          const height = Math.min(ink.bottom, other.ink.bottom) - Math.max(ink.top, other.ink.top);
          if (width > 1 && height > 1) note(`over "${other.text.slice(0, 30)}"`, word);
        }
      });
    }

    await press('Home');
    // A window that has changed its size is laid out until nothing moves any more.
    for (
      let before = '', still = 0;
      still < 3;
      still = stage().innerHTML === before ? still + 1 : 0
    ) {
      before = stage().innerHTML;
      await frame();
    }
    for (;;) {
      const key = keyOf();
      slides.push(key);
      const layer = document.querySelector('[data-shown="true"]');
      const foot = document.querySelector('[data-slide] > footer');
      if (layer?.getAttribute('data-key') !== key || foot === null) throw new Error(`no ${key}`);
      const list = [...wordsOf(layer), ...wordsOf(foot)];
      if (list.length < 4) found.push(`${key}: hardly anything is there`);
      if (wanted === 'places') placesOf(list);
      else coloursOf(list);
      await press('PageDown');
      if (keyOf() === key) break;
    }
    return { slides, found };
  }, looked);
}
