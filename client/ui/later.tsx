import { type ComponentType, type ReactElement, useEffect, useState } from 'react';
import { useMessages } from '../app/language.tsx';
import { Button } from './Button.tsx';

interface Standing<Props> {
  /** Stands there until the part has come; without one, nothing does. */
  readonly waiting?: ComponentType<Props>;
  /** Stands there when the part did not come; without one, a sentence that says so. */
  readonly missing?: ComponentType<Props>;
}

/**
 * A part of a page in a chunk of its own. If its code does not come — the line broke, the server was
 * updated — only this part says so; the page around it, and what is typed there, stay as they are.
 *
 * `const QrCode = later(async () => (await import('./QrCode.tsx')).QrCode);`
 */
export function later<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  { waiting: Waiting, missing: Missing }: Standing<Props> = {},
): (props: Props) => ReactElement | null {
  let known: ComponentType<Props> | undefined;
  const fetch = async () => (known ??= await load());
  return function LaterPart(props) {
    const [Part, setPart] = useState(() => known);
    const [failed, setFailed] = useState(false);
    useEffect(() => {
      if (Part !== undefined || failed) return undefined;
      let left = false;
      fetch().then(
        (component) => left || setPart(() => component),
        () => left || setFailed(true),
      );
      return () => {
        left = true;
      };
    }, [Part, failed]);
    if (Part !== undefined) return <Part {...props} />;
    if (!failed) return Waiting === undefined ? null : <Waiting {...props} />;
    if (Missing !== undefined) return <Missing {...props} />;
    return <NotCome />;
  };
}

/** A browser keeps in mind which code did not come: only the page loaded anew asks for it again. */
function NotCome(): ReactElement {
  const { errors } = useMessages().app;
  return (
    <p role="alert">
      {errors.partFailed}{' '}
      <Button variant="link" onClick={() => location.reload()}>
        {errors.reload}
      </Button>
    </p>
  );
}
