/** A text that the network approved, with its slots as `{{1}}` or `{{name}}`. */
export type FilledIn = { text: string; slots: readonly string[] }

export const templateLimits = { valueCodePoints: 500 } as const

const slot = /\{\{\s*([^{}\s]+)\s*\}\}/g

/** What a slot takes: one line without a run of spaces, which is all that the networks accept there. */
export const slotValue = (given: string): string => given.replaceAll(/\s+/g, ' ').trim()

/** With what is known; a slot without a value stays as it stands. */
export function fillTemplate({ text }: Pick<FilledIn, 'text'>, values: Readonly<Record<string, string>>): string {
  return text.replaceAll(slot, (whole, name: string) => {
    const value = slotValue(values[name] ?? '')
    return value === '' ? whole : value
  })
}

/** The first slot that has no value; undefined when all have one. */
export const missingSlot = (
  { slots }: Pick<FilledIn, 'slots'>,
  values: Readonly<Record<string, string>>,
): string | undefined => slots.find(name => slotValue(values[name] ?? '') === '')

const aroundWords = 3

/** The words beside a slot, so that it is known what belongs there: “Hi … , this is”. */
export function aroundSlot({ text }: Pick<FilledIn, 'text'>, name: string): string {
  const found = [...text.matchAll(slot)].find(match => match[1] === name)
  if (!found) return ''
  const before = text
    .slice(0, found.index)
    .split(/\s+/)
    .slice(-aroundWords - 1)
    .join(' ')
  const after = text
    .slice(found.index + found[0].length)
    .split(/\s+/)
    .slice(0, aroundWords + 1)
    .join(' ')
  return `${before}…${after}`.replaceAll(slot, '…').trim()
}

/** Free text on a tool with a window: since when and until when; null: they never wrote here. */
export type FreeText = { heardAt: Date | null; until: Date | null }

export const isClosed = ({ until }: { until: Date | null }, now: Date): boolean => until === null || now > until
