import type { UserId, WorkspaceId } from '#kernel/ids.ts'

/** From most to least; each may do what those after it may. */
export const roles = ['owner', 'admin', 'recruiter', 'viewer'] as const
export type Role = (typeof roles)[number]

export function mayActAs(role: Role, needed: Role): boolean {
  return roles.indexOf(role) <= roles.indexOf(needed)
}

/**
 * What a token may be used for: everything its maker may do; to read; to read, have drafts judged and leave them, never to send; or
 * only what the browser extension needs.
 */
export const tokenScopes = ['all', 'read', 'assistant', 'clipper'] as const
export type TokenScope = (typeof tokenScopes)[number]

/** Who is asking: proven by a session or a token. With a `scope` only what it says is open. */
export type Caller = {
  readonly workspace: WorkspaceId
  readonly user: UserId
  readonly role: Role
  readonly scope?: Exclude<TokenScope, 'all'>
}
