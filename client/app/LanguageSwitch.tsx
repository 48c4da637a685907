import type { ReactElement } from 'react';
import { Button } from '../ui/Button.tsx';
import { useLanguage, useMessages } from './language.tsx';

/** Says the other language in its own words, for those who cannot read this one. */
export function LanguageSwitch(): ReactElement {
  const { language, setLanguage } = useLanguage();
  const words = useMessages().app.language;
  const other = language === 'zh-CN' ? 'en' : 'zh-CN';
  return (
    <Button
      variant="quiet"
      lang={other}
      aria-label={words.switchToLabel}
      onClick={() => setLanguage(other)}
    >
      {words.switchTo}
    </Button>
  );
}
