import type { UserId, WorkspaceId } from '#kernel/ids.ts'

/** From most to least; each may do what those after it may. */
export const roles = ['owner', 'admin', 'recruiter', 'viewer'] as const
export type Role = (typeof roles)[number]

export function mayActAs(role: Role, needed: Role): boolean {
  return roles.indexOf(role) <= roles.indexOf(needed)
}

/** Who is asking: proven by a session or a token. */
export type Caller = { readonly workspace: WorkspaceId; readonly user: UserId; readonly role: Role }
