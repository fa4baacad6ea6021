import type { ReactNode } from 'react';

/** Pictures of 16 × 16, drawn with lines in the colour of the text. */
const paths = {
  inbox: (
    <path d="M2 9.5 4.2 3.6a1 1 0 0 1 .9-.6h5.8a1 1 0 0 1 .9.6L14 9.5M2 9.5V12a1 1 0 0 0 1 1h10a1 1 0 0 0 1-1V9.5h-3.5l-1 1.5h-3l-1-1.5H2Z" />
  ),
  activity: <path d="M1.5 8.5h3l2-5.5 3 10 2-4.5h3" />,
  server: (
    <>
      <rect x="2" y="2.5" width="12" height="4.5" rx="1" />
      <rect x="2" y="9" width="12" height="4.5" rx="1" />
      <path d="M4.5 4.75h.01M4.5 11.25h.01" />
    </>
  ),
  app: (
    <>
      <rect x="2" y="2.5" width="12" height="11" rx="1.5" />
      <path d="M2 5.5h12M4.25 4h.01M6 4h.01" />
    </>
  ),
  permit: <path d="m2 4.5 1.25 1.25L5.5 3.25M2 11l1.25 1.25L5.5 9.75M8.5 4.75H14M8.5 11.25H14" />,
  settings: (
    <>
      <path d="M2 4.5h5.5M11.5 4.5H14M2 11.5h2.5M8.5 11.5H14" />
      <circle cx="9.5" cy="4.5" r="2" />
      <circle cx="6.5" cy="11.5" r="2" />
    </>
  ),
  search: (
    <>
      <circle cx="7" cy="7" r="4.5" />
      <path d="m10.5 10.5 3.5 3.5" />
    </>
  ),
  filter: <path d="M2 4h12M4.5 8h7M6.5 12h3" />,
  pause: <path d="M5.5 3v10M10.5 3v10" />,
  play: <path d="M4.5 3v10l8-5-8-5Z" />,
  copy: (
    <>
      <rect x="5.5" y="5.5" width="8" height="8" rx="1" />
      <path d="M3.5 10.5a1 1 0 0 1-1-1v-6a1 1 0 0 1 1-1h6a1 1 0 0 1 1 1" />
    </>
  ),
  check: <path d="m3 8.5 3.25 3.25L13 4.75" />,
  'chevron-down': <path d="m4 6 4 4 4-4" />,
  'chevron-right': <path d="m6 4 4 4-4 4" />,
  close: <path d="m4 4 8 8M12 4l-8 8" />,
  plus: <path d="M8 3v10M3 8h10" />,
  minus: <path d="M3 8h10" />,
  more: <path d="M3.5 8h.01M8 8h.01M12.5 8h.01" strokeWidth="2" />,
  trash: (
    <path d="M2.5 4.5h11M6 4.5v-2h4v2M4 4.5l.6 8.5a1 1 0 0 0 1 .95h4.8a1 1 0 0 0 1-.95l.6-8.5M6.75 7v4.5M9.25 7v4.5" />
  ),
  refresh: <path d="M13.5 8A5.5 5.5 0 1 1 11.9 4.1L13.5 5.7M13.5 2.5v3.2h-3.2" />,
  hold: <path d="m8 1.75 6.25 6.25L8 14.25 1.75 8 8 1.75ZM8 5.25v3.25M8 10.75h.01" />,
  alarm: <path d="M5.3 1.75h5.4l3.55 3.55v5.4l-3.55 3.55H5.3L1.75 10.7V5.3L5.3 1.75ZM8 4.75v3.75M8 11h.01" />,
  external: (
    <path d="M9.5 2.5h4v4M13.5 2.5 7.5 8.5M11.5 9.5v3a1 1 0 0 1-1 1h-7a1 1 0 0 1-1-1v-7a1 1 0 0 1 1-1h3" />
  ),
  clock: (
    <>
      <circle cx="8" cy="8" r="6" />
      <path d="M8 4.5V8l2.5 1.5" />
    </>
  ),
  arrow: <path d="M2.5 8h11M9.5 4l4 4-4 4" />,
  back: <path d="M13.5 8h-11M6.5 4l-4 4 4 4" />,
  lock: (
    <>
      <rect x="3" y="7" width="10" height="7" rx="1" />
      <path d="M5 7V5a3 3 0 0 1 6 0v2" />
    </>
  ),
  terminal: (
    <>
      <rect x="1.75" y="2.5" width="12.5" height="11" rx="1" />
      <path d="m4.5 5.75 2.25 2.25L4.5 10.25M8.5 10.5h3" />
    </>
  ),
  globe: (
    <>
      <circle cx="8" cy="8" r="6" />
      <path d="M2 8h12M8 2c2 1.7 2.6 3.8 2.6 6S10 12.3 8 14c-2-1.7-2.6-3.8-2.6-6S6 3.7 8 2Z" />
    </>
  ),
  file: <path d="M9 1.75H4.5a1 1 0 0 0-1 1v10.5a1 1 0 0 0 1 1h7a1 1 0 0 0 1-1V5.25L9 1.75ZM9 1.75v3.5h3.5" />,
  folder: <path d="M2 12.5v-9a1 1 0 0 1 1-1h3l1.5 2H13a1 1 0 0 1 1 1v7a1 1 0 0 1-1 1H3a1 1 0 0 1-1-1Z" />,
  key: (
    <>
      <circle cx="5" cy="11" r="3" />
      <path d="m7.25 8.75 6.25-6.25M10.5 5.5l2 2" />
    </>
  ),
  block: (
    <>
      <circle cx="8" cy="8" r="6" />
      <path d="m3.9 3.9 8.2 8.2" />
    </>
  ),
} satisfies Record<string, ReactNode>;

export type IconName = keyof typeof paths;

/** Pictures that point to where reading goes on, or comes from: turned round where it goes on to the left. */
const ONWARD: ReadonlySet<IconName> = new Set(['chevron-right', 'arrow', 'back', 'external']);

/** A decorative picture: hidden from screen readers, so the text beside it or its button's label must say it all. */
export function Icon({ name, className }: { name: IconName; className?: string | undefined }) {
  return (
    <svg
      className={className}
      data-onward={ONWARD.has(name) || undefined}
      width="16"
      height="16"
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      {paths[name]}
    </svg>
  );
}
