import type { ReactElement } from 'react';

/** A status as it is drawn: the nine words of the method, and `notDue` for a year still to come. */
export type DrawnStatus =
  | 'exceeded'
  | 'achieved'
  | 'onTrack'
  | 'behind'
  | 'farBehind'
  | 'missed'
  | 'inProgress'
  | 'noData'
  | 'targetPending'
  | 'notDue';

/** From the best news to the worst, then what is not judged: the order of every legend and strip. */
export const STATUS_ORDER = [
  'exceeded',
  'achieved',
  'onTrack',
  'behind',
  'farBehind',
  'missed',
  'inProgress',
  'noData',
  'targetPending',
] as const satisfies readonly DrawnStatus[];

const TOKEN: Record<DrawnStatus, string> = {
  exceeded: 'achieved',
  achieved: 'achieved',
  onTrack: 'on-track',
  behind: 'behind',
  farBehind: 'far-behind',
  missed: 'missed',
  inProgress: 'no-data',
  noData: 'no-data',
  targetPending: 'no-data',
  notDue: 'no-data',
};

/**
 * The ink of a status on paper, as a CSS reference that follows the theme.
 * @example statusInk('farBehind') // 'var(--st-far-behind)'
 */
export function statusInk(status: DrawnStatus): string {
  return `var(--st-${TOKEN[status]})`;
}

/**
 * Fill and text of a tinted cell; darkness grows with severity, so it survives a grey printer.
 * @example statusCell('onTrack').fill // 'var(--cell-on-track)'
 */
export function statusCell(status: DrawnStatus): { fill: string; text: string } {
  return { fill: `var(--cell-${TOKEN[status]})`, text: `var(--cell-${TOKEN[status]}-text)` };
}

/** A shape in a 16 × 16 box: the body, and the sign that is cut out of it. */
const SOLID: Partial<Record<DrawnStatus, { body: string; sign?: string }>> = {
  exceeded: {
    body: 'M13.22 7.33A6.2 6.2 0 1 1 8.67 2.78A3.9 3.9 0 0 0 13.22 7.33z',
    sign: 'M3.26 9.74L6.03 12.5L10.16 8.01L8.84 6.79L5.97 9.9L4.54 8.46z',
  },
  achieved: {
    body: 'M1.4 8a6.6 6.6 0 1 0 13.2 0a6.6 6.6 0 1 0-13.2 0z',
    sign: 'M4.03 8.77L7.04 11.78L12.01 6.23L10.59 4.97L6.96 9.02L5.37 7.43z',
  },
  onTrack: { body: 'M2.6 8a5.4 5.4 0 1 0 10.8 0a5.4 5.4 0 1 0-10.8 0z' },
  behind: {
    body: 'M6.9 2a1.27 1.27 0 0 1 2.2 0l5.9 10.4a1.25 1.25 0 0 1-1.1 1.9H2.1A1.25 1.25 0 0 1 1 12.4z',
    sign: 'M7.1 5.6h1.8l-.3 4.1H7.4zM7.1 10.8h1.8v1.8H7.1z',
  },
  farBehind: {
    body: 'M8 .6L15.4 8L8 15.4L.6 8z',
    sign: 'M7.1 4.1h1.8v4h2.3L8 11.6L4.8 8.1h2.3z',
  },
  missed: {
    body: 'M2 2h12v12H2z',
    sign: 'M5.3 4L8 6.7L10.7 4L12 5.3L9.3 8L12 10.7L10.7 12L8 9.3L5.3 12L4 10.7L6.7 8L4 5.3z',
  },
};

/** The plus beside the disc of "exceeded"; it stands free, so it is not cut out of anything. */
const PLUS = 'M11.7 .7h1.6v2h2v1.6h-2v2h-1.6v-2h-2V2.7h2z';

/**
 * The marks of a status in a 16 × 16 box, for use inside another SVG. `hollow` draws the outline
 * only: a reading that is submitted but not approved. `ink` is any CSS paint.
 */
export function StatusMarks(props: {
  status: DrawnStatus;
  ink: string;
  hollow?: boolean;
}): ReactElement {
  const { status, ink, hollow = false } = props;
  const solid = SOLID[status];
  if (solid) {
    const signs = (solid.sign ?? '') + (status === 'exceeded' && hollow ? PLUS : '');
    return hollow ? (
      <>
        <path d={solid.body} fill="none" stroke={ink} strokeWidth={1.3} />
        {signs === '' ? null : <path d={signs} fill={ink} />}
      </>
    ) : (
      <path
        d={solid.body + signs + (status === 'exceeded' ? PLUS : '')}
        fill={ink}
        fillRule="evenodd"
      />
    );
  }
  switch (status) {
    case 'inProgress':
      return (
        <>
          <circle cx={8} cy={8} r={5.7} fill="none" stroke={ink} strokeWidth={1.4} />
          {hollow ? null : <path d="M8 2.3a5.7 5.7 0 0 0 0 11.4z" fill={ink} />}
        </>
      );
    case 'targetPending':
      return (
        <rect
          x={2.4}
          y={2.4}
          width={11.2}
          height={11.2}
          fill="none"
          stroke={ink}
          strokeWidth={1.5}
          strokeDasharray="2.8 2.8"
          strokeDashoffset={1.4}
        />
      );
    case 'notDue':
      return <rect x={4.5} y={7.3} width={7} height={1.4} fill={ink} />;
    default:
      return (
        <circle
          cx={8}
          cy={8}
          r={5.7}
          fill="none"
          stroke={ink}
          strokeWidth={1.6}
          strokeDasharray="2.7 1.777"
        />
      );
  }
}

/**
 * The glyph of a status, always decorative: its word stands beside it or is hidden text.
 * `size` in px, 14 or more where the shape has to be recognised; `ink` defaults to the status ink.
 * @example <StatusGlyph status="behind" /> 滞后
 */
export function StatusGlyph(props: {
  status: DrawnStatus;
  size?: number;
  hollow?: boolean;
  ink?: string;
  className?: string;
}): ReactElement {
  const { status, size = 16, hollow = false, ink = statusInk(status), className } = props;
  return (
    <svg
      {...(className === undefined ? {} : { className })}
      width={size}
      height={size}
      viewBox="0 0 16 16"
      aria-hidden="true"
      focusable="false"
    >
      <StatusMarks status={status} ink={ink} hollow={hollow} />
    </svg>
  );
}
