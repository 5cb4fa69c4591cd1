/** Told apart by dash as well as by colour, so that grey print still says which is which. */
export const dashes = [
  { stroke: 'var(--accent)', dash: '0' },
  { stroke: 'var(--kind-messaging)', dash: '7 4' },
  { stroke: 'var(--kind-sourcing)', dash: '2 3' },
  { stroke: 'var(--kind-mixed)', dash: '10 3 2 3' },
] as const
