import { useEffect } from 'react';

/** Says which way the paper lies while this page is shown; the print rules of the page read it. */
export function usePaper(
  paper:
    | 'landscape'
    | 'portrait'
    | 'document'
    | 'round'
    | 'sheet'
    | 'denseSheet'
    | 'inspection'
    | 'report',
): void {
  useEffect(() => {
    const { dataset } = document.documentElement;
    dataset['paper'] = paper;
    return () => {
      delete dataset['paper'];
    };
  }, [paper]);
}
