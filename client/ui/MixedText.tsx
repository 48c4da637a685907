import type { ReactElement } from 'react';

/** Chinese words, with the signs and figures between them, inside a text of another language. */
const CHINESE = /(\p{Script=Han}(?:[\p{Script=Han}\p{N}、，。：；（）]*\p{Script=Han})?)/u;

/** Text that quotes Chinese words: each is marked, so that it is spoken and drawn as Chinese. */
export function MixedText({ text }: { text: string }): ReactElement {
  const parts = text.split(CHINESE);
  return (
    <>
      {parts.map((part, index) =>
        index % 2 === 0 ? (
          part
        ) : (
          // The parts of one text never move.
          // oxlint-disable-next-line react/no-array-index-key
          <span key={index} lang="zh-CN">
            {part}
          </span>
        ),
      )}
    </>
  );
}
