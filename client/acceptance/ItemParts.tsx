import type { ReactElement, ReactNode } from 'react';
import { ITEM_PARTS, type SheetItem } from '../../shared/acceptance-rules.ts';
import { useMessages } from '../app/language.tsx';
import { useRunWords } from './useRunWords.ts';

/**
 * The bodies of a table of items, one for each part of the sheet that has any (基本分, 加分, 一票否决),
 * headed by the marks that it is worth in all. `children` draws the row of an item; the number begins
 * with 1 in each part.
 */
export function ItemParts<Item extends Pick<SheetItem, 'part' | 'weight'>>(props: {
  items: readonly Item[];
  columns: number;
  children: (item: Item, number: number) => ReactNode;
}): ReactElement {
  const { items, columns, children } = props;
  const { parts, partHead } = useMessages().acceptance;
  const { marks } = useRunWords({ grades: [] });
  return (
    <>
      {ITEM_PARTS.map((part) => {
        const own = items.filter((item) => item.part === part);
        if (own.length === 0) return null;
        const sum = own.reduce((total, { weight }) => total + Math.round((weight ?? 0) * 100), 0);
        return (
          <tbody key={part}>
            <tr className="group">
              <th scope="rowgroup" colSpan={columns}>
                {part === 'veto' ? parts.veto : partHead(parts[part], marks(sum / 100))}
              </th>
            </tr>
            {own.map((item, at) => children(item, at + 1))}
          </tbody>
        );
      })}
    </>
  );
}
