import type { UnreadPart } from './contract.ts'
import { isDayWithoutYear, readPartialDate } from './text/dates.ts'

/** A field of a record that says something which can't be read, while the rest of the record can. */
export type UnreadField = { field: string; written: string; why: string }

/** A cell that says "nothing": no loss. */
const isNothing = (text: string): boolean =>
  /^[\s\-–—_.?/\\*0]*$|^[([]?(?:n\.?\s?\/?\s?a\.?|nan|none|null|nil|unknown|undefined|unbekannt|keine?|inconnu|aucune?|no|not (?:given|available|known))[)\]]?$/i.test(
    text.trim(),
  )

const none: readonly UnreadField[] = []

/** What of these cells was lost, where nothing could be made of one that says something. */
export function unreadIn(
  field: string,
  cells: readonly string[],
  isRead: (cell: string) => boolean,
): readonly UnreadField[] {
  if (cells.every(isRead)) return none
  return cells.filter(cell => !isRead(cell) && !isNothing(cell)).map(written => ({ field, written, why: 'is not one' }))
}

/** A date that was written but stands for no day. A birthday without its year is none, and no loss either. */
export function unreadDate(field: string, written: string): readonly UnreadField[] {
  if (written === '' || isNothing(written) || isDayWithoutYear(written)) return none
  const read = readPartialDate(written)
  return read.date === undefined ? [{ field, written, why: read.why }] : none
}

const mostSaid = 3

/** One plain sentence for each, for the report. */
function sayUnread(unread: readonly UnreadField[]): string {
  const said = unread
    .slice(0, mostSaid)
    .map(({ field, written, why }) => `${field}: “${written.trim().slice(0, 60)}” ${why}.`)
  const more = unread.length > mostSaid ? ` ${unread.length - mostSaid} more like these.` : ''
  return `${said.join(' ')}${more} Everything else was taken in.`
}

/** The member of a person's record that tells what of it was left, where something was. */
export function unreadPart(
  unread: readonly UnreadField[],
  raw: () => string,
  columns?: readonly string[],
): { unread?: UnreadPart } {
  return unread.length === 0 ? {} : { unread: { why: sayUnread(unread), raw: raw(), ...(columns && { columns }) } }
}
