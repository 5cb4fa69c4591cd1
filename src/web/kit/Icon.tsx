const paths = {
  today: 'M10 5v5l3 2M10 2.5a7.5 7.5 0 1 0 0 15 7.5 7.5 0 0 0 0-15z',
  todo: 'M3 4h4.500v4.500H3zM10.500 6.200h6.500M3 11.500h4.500v4.500H3zM10.500 13.700h6.500M4.200 13.700l1 1 1.300-2',
  inbox: 'M2.5 11h4l1.5 2.5h4L13.5 11h4M4.5 4h11l2 7v5h-15v-5z',
  people:
    'M7.5 9.5a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM2 16.5c0-3 2.4-5 5.5-5s5.5 2 5.5 5M13 4a3 3 0 0 1 0 5.5M15 12c2 .6 3 2.2 3 4.5',
  review: 'M7 4H3.5v12H7M13 4h3.5v12H13M10 2v16M6.5 10h1M12.5 10h1',
  groups: 'M3 4h14v9h-7l-4 3.5V13H3z',
  pools:
    'M10 3c4 0 7 1 7 2.5S14 8 10 8 3 7 3 5.5 6 3 10 3zM3 5.5v9C3 16 6 17 10 17s7-1 7-2.5v-9M3 10c0 1.5 3 2.5 7 2.5s7-1 7-2.5',
  openings: 'M3 7h14v9H3zM7 7V4h6v3M3 11h14',
  campaigns: 'M3 8v4l10 4V4zM13 7.5c2 0 3.5 1 3.5 2.5s-1.5 2.5-3.5 2.5M5.5 13v3.5H8V14',
  pages: 'M4 2.5h8l4 4v11H4zM12 2.5v4h4M7 10h6M7 13h6',
  blog: 'M3 5h11M3 9h6M3 13h4M8.5 16.5l1-3 6-6 2 2-6 6z',
  lists: 'M2.5 4.5h15v11h-15zM2.5 5.5 10 11l7.5-5.5',
  reports: 'M3 17h14M5 14V9M10 14V4M15 14v-3',
  playbooks: 'M10 5C8 3.5 5.5 3 3 3v12c2.5 0 5 .5 7 2 2-1.5 4.5-2 7-2V3c-2.5 0-5 .5-7 2zM10 5v12',
  settings: 'M3 6h7M14 6h3M3 14h3M10 14h7M12 4v4M8 12v4',
  import: 'M10 2.5v9M6.5 8l3.5 3.5L13.5 8M3 13v4h14v-4',
  online: 'M4 13a8 8 0 0 1 12 0M7 15.5a4.5 4.5 0 0 1 6 0M1.5 10a12 12 0 0 1 17 0M10 17.5h.01',
  search: 'M9 15A6 6 0 1 0 9 3a6 6 0 0 0 0 12zM13.5 13.5l4 4',
  more: 'M4.5 10h.01M10 10h.01M15.5 10h.01',
  close: 'M5 5l10 10M15 5 5 15',
  check: 'M4 10.5 8 14.5 16 6',
  down: 'M5 8l5 5 5-5',
  up: 'M5 12l5-5 5 5',
  side: 'M3 4h14v12H3zM12.5 4v12',
  back: 'M12 4 6 10l6 6',
  me: 'M10 10a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM3.5 17c.5-3 3-4.5 6.5-4.5s6 1.5 6.5 4.5',
  attach: 'M13.5 6.5 8 12a1.500 1.500 0 0 0 2 2l6-6a3.200 3.200 0 0 0-4.500-4.500l-6.500 6.500a5 5 0 0 0 7 7l5-5',
  file: 'M5 2.5h7l4 4v11H5zM12 2.5v4h4',
  connections: 'M7 3v4M13 3v4M5 7h10v3a5 5 0 0 1-10 0zM10 15v3',
  team: 'M7 9a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM2 16c0-2.800 2-4.5 5-4.5s5 1.700 5 4.5M15 6v6M12 9h6',
  teams:
    'M10 7.500a2.200 2.200 0 1 0 0-4.400 2.200 2.200 0 0 0 0 4.400zM5 16a2.200 2.200 0 1 0 0-4.400 2.200 2.200 0 0 0 0 4.400zM15 16a2.200 2.200 0 1 0 0-4.400 2.200 2.200 0 0 0 0 4.400zM8.700 7.200 6.300 11.500M11.300 7.200l2.400 4.300M7.200 13.800h5.600',
  security: 'M10 2.5 16.5 5v5c0 4-3 6.5-6.5 7.5C6.5 16.5 3.5 14 3.5 10V5zM7.5 10l2 2 3.5-4',
  share:
    'M5 12.500a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5zM15 7.500a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5zM15 17.500a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5zM7.200 9l5.600-3M7.200 11l5.600 3',
  label: 'M3 3.5h7l7 7-6.5 6.5-7.5-7.5zM6.5 7h.01',
  assistant: 'M3 17l1-4 8-8 3 3-8 8zM10.500 6.500l3 3M16 11v3M14.500 12.500h3M5.500 3v3M4 4.500h3',
  reply: 'M8 5 3 10l5 5M3 10h9c3 0 5 2 5 5.5',
  reach: 'M6 2.5h8v15H6zM9 15h2',
  override: 'M10 2.5 18 16.5H2zM10 8v4M10 14.5h.01',
  audit: 'M4 2.5h12v15H4zM7 6.500h6M7 10h6M7 13.500h3',
  clip: 'M6 2.5v11.500h11.500M2.500 6h11.500v11.500',
  data: 'M3 5h14v4H3zM3 11h14v4H3zM6 7h.01M6 13h.01',
} as const

export type IconName = keyof typeof paths

/** Line icons on a 20 px grid; always beside a word or inside a named control, so hidden from assistive technology. */
export function Icon({ name, size = 20 }: { name: IconName; size?: number }) {
  return (
    <svg
      className={name === 'back' ? 'k-icon k-icon-turns' : 'k-icon'}
      width={size}
      height={size}
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth={name === 'more' ? 2.5 : 1.5}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={paths[name]} />
    </svg>
  )
}
