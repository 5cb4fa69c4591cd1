import { createHmac, timingSafeEqual } from 'node:crypto'
import { parseId, type UserId, type WorkspaceId } from '#kernel/ids.ts'

/** `listKey`: 32 secret bytes of the installation. */
type Key = { readonly listKey: Uint8Array }

const signed = ({ listKey }: Key, text: string) =>
  createHmac('sha256', listKey).update(`weekly:${text}`).digest().subarray(0, 16).toString('base64url')

/** Good for one thing: to end this recruiter's weekly mail. */
export function stopToken(key: Key, workspace: WorkspaceId, user: UserId): string {
  const text = `${workspace}.${user}`
  return `${text}.${signed(key, text)}`
}

export function readStopToken(key: Key, token: string): { workspace: WorkspaceId; user: UserId } | undefined {
  const [first = '', second = '', signature = '', ...more] = token.split('.')
  const workspace = parseId<'Workspace'>(first)
  const user = parseId<'User'>(second)
  if (!workspace || !user || more.length > 0) return undefined
  const good = Buffer.from(signed(key, `${workspace}.${user}`))
  const given = Buffer.from(signature)
  return given.length === good.length && timingSafeEqual(good, given) ? { workspace, user } : undefined
}
