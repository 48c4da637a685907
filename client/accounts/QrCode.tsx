import { encodeQR } from 'qr';
import type { ReactElement } from 'react';
import styles from './accounts.module.css';

/** Light modules around a code, without which cameras do not find it. */
const QUIET = 4;

/** A QR code as a drawing: no picture leaves the page or comes from elsewhere. */
export function QrCode({ text, label }: { text: string; label: string }): ReactElement {
  const modules = encodeQR(text, 'raw', { ecc: 'medium', border: QUIET });
  const size = modules.length;
  const dark = modules
    .flatMap((line, y) => line.map((on, x) => (on ? `M${x} ${y}h1v1h-1z` : '')))
    .join('');
  return (
    <svg
      role="img"
      aria-label={label}
      className={styles['qr']}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
    >
      <rect width={size} height={size} fill="#ffffff" />
      <path d={dark} fill="#000000" />
    </svg>
  );
}
