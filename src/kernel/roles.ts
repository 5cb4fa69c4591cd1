import type { UserId, WorkspaceId } from '#kernel/ids.ts'

/** From most to least; each may do what those after it may. */
export const roles = ['owner', 'admin', 'recruiter', 'viewer'] as const
export type Role = (typeof roles)[number]

export function mayActAs(role: Role, needed: Role): boolean {
  return roles.indexOf(role) <= roles.indexOf(needed)
}

/** What a token may be used for: everything its maker may do, or only what the browser extension needs. */
export type TokenScope = 'all' | 'clipper'

/** Who is asking: proven by a session or a token. With a `scope` only routes that name it are open. */
export type Caller = {
  readonly workspace: WorkspaceId
  readonly user: UserId
  readonly role: Role
  readonly scope?: Exclude<TokenScope, 'all'>
}
