const listKeys = [
  'q',
  'stage',
  'tool',
  'place',
  'tag',
  'active',
  'town',
  'title',
  'skill',
  'language',
  'fresh',
  'sort',
] as const

/** What the list is asked for, as it stands in the address: a filtered list can be linked and found by "back". */
export type ListSearch = { [Key in (typeof listKeys)[number]]?: string | undefined }

const textAt = (search: Record<string, unknown>, key: string): string | undefined => {
  const value = search[key]
  return typeof value === 'string' && value !== '' ? value : typeof value === 'number' ? String(value) : undefined
}

export function readListSearch(search: Record<string, unknown>): ListSearch {
  const read: ListSearch = {}
  for (const key of listKeys) {
    const value = textAt(search, key)
    if (value !== undefined) read[key] = value
  }
  return read
}

/** `do`: begin this at once ("next", "follow"); `item`: the item in the reading pane. */
export type PersonSearch = { tab?: string; item?: string; do?: string }

export function readPersonSearch(search: Record<string, unknown>): PersonSearch {
  const tab = textAt(search, 'tab')
  const item = textAt(search, 'item')
  const begin = textAt(search, 'do')
  return {
    ...(tab === undefined ? {} : { tab }),
    ...(item === undefined ? {} : { item }),
    ...(begin === undefined ? {} : { do: begin }),
  }
}
