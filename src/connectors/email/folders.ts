import type { ListResponse } from 'imapflow'

export type Role = 'inbox' | 'sent' | 'archive' | 'all'
export type Folder = { path: string; role: Role }

/**
 * What is read: the inbox, the sent mail and the archive, by SPECIAL-USE (RFC 6154) or their usual names. Gmail keeps each mail once and
 * labels it, so there All Mail says everything. Drafts, spam and trash are left alone.
 */
export function chooseFolders(list: readonly ListResponse[], gmail: boolean): readonly Folder[] {
  const open = list.filter(each => !each.flags.has('\\Noselect') && !each.flags.has('\\NonExistent'))
  const use = (name: string) => open.find(each => each.specialUse === name)
  const inbox = open.find(each => each.path.toUpperCase() === 'INBOX') ?? use('\\Inbox')
  const all = use('\\All')
  if (gmail && all) return [{ path: all.path, role: 'all' }]
  const found: Folder[] = []
  const add = (entry: ListResponse | undefined, role: Role) => {
    if (entry && !found.some(folder => folder.path === entry.path)) found.push({ path: entry.path, role })
  }
  add(inbox, 'inbox')
  add(use('\\Sent'), 'sent')
  add(use('\\Archive'), 'archive')
  return found
}
