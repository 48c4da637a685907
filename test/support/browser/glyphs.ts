import type { Page } from 'playwright-core';

/**
 * The characters of `text` for which the browser has no glyph, so that it draws a box (each once;
 * white space is left out). Empty means that all is legible.
 *
 * `await drawnAsBoxes(page, await page.innerText('body'))` answers `[]`.
 */
export async function drawnAsBoxes(page: Page, text: string): Promise<string[]> {
  return page.evaluate(
    (characters) => {
      const canvas = document
        .createElement('canvas')
        .getContext('2d', { willReadFrequently: true });
      if (canvas === null) throw new Error('no canvas');
      canvas.font = '24px "Noto Sans SC"';
      const draw = (character: string) => {
        canvas.clearRect(0, 0, 40, 40);
        canvas.fillText(character, 4, 30);
        return canvas.getImageData(0, 0, 40, 40).data.join();
      };
      const box = draw('\u{10FFFD}'); // a private character that no font has
      return characters.filter((character) => draw(character) === box);
    },
    [...new Set(text.replaceAll(/\s/g, ''))],
  );
}
