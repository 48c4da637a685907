import type { Locator, Page } from 'playwright-core';

/** Seconds, from what is known of how fast people work at a screen (keystroke-level model). */
const KEY = 0.28;
/** A Chinese character: its syllable and the choice of it. */
const CHARACTER = 0.9;
/** Looking a figure up on the paper beside the keyboard. */
const LOOK = 2.5;
/** Taking hold of the mouse, pointing and pressing. */
const POINT = 1.8;

/**
 * The hands of somebody who works at ordinary speed. What they do takes no time in a test unless
 * `pace` says so (1: as a person); how long it would have taken is counted in any case.
 */
export class Hands {
  /** Seconds so far. */
  seconds = 0;
  readonly #page: Page;
  readonly #pace: number;

  constructor(page: Page, pace: number) {
    this.#page = page;
    this.#pace = pace;
  }

  /** Reads, or looks something up. */
  async look(seconds = LOOK): Promise<void> {
    await this.#take(seconds);
  }

  /** Looks a figure up and types it, sign by sign. */
  async type(text: string): Promise<void> {
    await this.look();
    for (const sign of text) {
      await this.#take(sign > '\u2e80' ? CHARACTER : KEY);
      await this.#page.keyboard.insertText(sign);
    }
  }

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) {
      await this.#take(KEY);
      await this.#page.keyboard.press(key);
    }
  }

  async click(target: Locator): Promise<void> {
    await this.#take(POINT);
    await target.click();
  }

  /** Opens a list and picks one of it. */
  async choose(target: Locator, value: string): Promise<void> {
    await this.#take(2 * POINT);
    await target.selectOption(value);
  }

  async #take(seconds: number): Promise<void> {
    this.seconds += seconds;
    if (this.#pace > 0) await this.#page.waitForTimeout(seconds * this.#pace * 1000);
  }
}
