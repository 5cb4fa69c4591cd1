import type { Text } from '#web/i18n/i18n.ts'
import { unreadFile } from '../model.ts'

/** What importers say of a field that stands for nothing, and of a whole row; they write English, as the list of rows keeps it. */
const fieldWhy: Readonly<Record<string, string>> = {
  'is not one': 'why.not-one',
  'is no day of the calendar': 'why.no-day',
  'is no date that can be read': 'why.no-date',
  'may be two different days; write it as year-month-day': 'why.two-days',
}
const rowWhy: Readonly<Record<string, string>> = {
  'This row has no name, e-mail address, phone number or profile in the columns chosen for them.': 'why.row-nobody',
  'This card has no name, e-mail address, phone number or profile.': 'why.card-nobody',
  'This entry has no name, e-mail address or profile.': 'why.entry-nobody',
  'The row names nothing.': 'why.row-empty',
  'The row names no conversation.': 'why.row-no-conversation',
}
const fieldNames: Readonly<Record<string, string>> = {
  'Birth date': 'why.field.birth-date',
  BDAY: 'why.field.birth-date',
  birthday: 'why.field.birth-date',
  'E-mail address': 'why.field.email',
  'Email Address': 'why.field.email',
  'Phone number': 'why.field.phone',
  'Connected On': 'why.field.connected-on',
}

const fileWhy: Readonly<Record<string, string>> = {
  empty: 'unreadable.empty',
  archive: 'unreadable.archive',
  oldOffice: 'unreadable.old-office',
  webPage: 'unreadable.web-page',
  json: 'unreadable.json',
} satisfies Record<keyof typeof unreadFile, string>

const field = /^([^“”]{1,80}): “([^“”]*)” ([^“”]+?)\.(?: |$)/u
const more = /^(\d+) more like these\. /u
const rest = 'Everything else was taken in.'

/** The reason in the reader's language; one that is not known here stays as the importer wrote it. */
export function whyWords(t: Text, why: string): string {
  const row = rowWhy[why]
  if (row) return t(row)
  const said: string[] = []
  let left = why
  for (let found = field.exec(left); found; found = field.exec(left)) {
    const [whole, name = '', written = '', reason = ''] = found
    const key = fieldWhy[reason]
    if (!key) return why
    const known = fieldNames[name]
    said.push(t(key, { field: known ? t(known) : name, written }))
    left = left.slice(whole.length)
  }
  const others = more.exec(left)
  if (others) {
    said.push(t('why.more', { count: Number(others[1]) }))
    left = left.slice(others[0].length)
  }
  return said.length > 0 && left === rest ? [...said, t('why.rest')].join(' ') : why
}

/** A file that no importer reads, by what the server says of it. */
export function unreadableWords(t: Text, message: string): string {
  const known = Object.entries(unreadFile).find(([, start]) => message.startsWith(start))
  if (known) return t(fileWhy[known[0]] ?? message)
  const [, name] = /^“(.*)” is no file with people that Kith knows\./u.exec(message) ?? []
  return name === undefined ? message : t('unreadable.unknown', { name })
}
