import { sql } from 'kysely'
import { parseRole } from '#features/accounts/store/users.ts'
import type { InvitationId, UserId, WorkspaceId } from '#kernel/ids.ts'
import type { Role } from '#kernel/roles.ts'
import type { Transaction } from '#storage/database.ts'

export type Invitation = {
  id: InvitationId
  email: string
  role: Role
  invitedBy: string
  createdAt: Date
  expiresAt: Date
}

export async function insertInvitation(
  tx: Transaction,
  invitation: Omit<Invitation, 'invitedBy'> & { workspace: WorkspaceId; invitedBy: UserId; hash: Buffer },
): Promise<void> {
  await tx
    .insertInto('invitations')
    .values({
      workspace_id: invitation.workspace,
      invitation_id: invitation.id,
      email: invitation.email,
      role: invitation.role,
      code_hash: invitation.hash,
      invited_by: invitation.invitedBy,
      created_at: invitation.createdAt,
      expires_at: invitation.expiresAt,
    })
    .execute()
}

const open = (tx: Transaction, now: Date) =>
  tx
    .selectFrom('invitations as i')
    .innerJoin('users as u', join =>
      join.onRef('u.workspace_id', '=', 'i.workspace_id').onRef('u.user_id', '=', 'i.invited_by'),
    )
    .select([
      'i.workspace_id as workspace',
      'i.invitation_id as id',
      'i.email',
      'i.role',
      'u.name as invitedBy',
      'i.created_at as createdAt',
      'i.expires_at as expiresAt',
    ])
    .where('i.accepted_at', 'is', null)
    .where('i.revoked_at', 'is', null)
    .where('i.expires_at', '>', now)

export async function findOpenInvitation(
  tx: Transaction,
  workspace: WorkspaceId,
  hash: Buffer,
  now: Date,
): Promise<(Invitation & { workspace: WorkspaceId }) | undefined> {
  const row = await open(tx, now)
    .where('i.workspace_id', '=', workspace)
    .where('i.code_hash', '=', hash)
    .forUpdate('i')
    .executeTakeFirst()
  return row && { ...row, role: parseRole(row.role) }
}

/** Across workspaces: an identity provider tells an address, nothing more. The newest comes first. */
export async function findOpenInvitationFor(
  tx: Transaction,
  email: string,
  now: Date,
): Promise<(Invitation & { workspace: WorkspaceId }) | undefined> {
  const row = await open(tx, now)
    .where(sql`lower(i.email)`, '=', sql`lower(${email})`)
    .orderBy('i.created_at', 'desc')
    .limit(1)
    .forUpdate('i')
    .executeTakeFirst()
  return row && { ...row, role: parseRole(row.role) }
}

export async function listOpenInvitations(tx: Transaction, workspace: WorkspaceId, now: Date): Promise<Invitation[]> {
  const rows = await open(tx, now).where('i.workspace_id', '=', workspace).orderBy('i.created_at', 'desc').execute()
  return rows.map(({ workspace: _, ...row }) => ({ ...row, role: parseRole(row.role) }))
}

export async function acceptInvitation(
  tx: Transaction,
  workspace: WorkspaceId,
  invitation: InvitationId,
  now: Date,
): Promise<void> {
  await tx
    .updateTable('invitations')
    .set({ accepted_at: now })
    .where('workspace_id', '=', workspace)
    .where('invitation_id', '=', invitation)
    .execute()
}

/** The address of the one taken back; undefined when it was not open. */
export async function revokeInvitation(
  tx: Transaction,
  workspace: WorkspaceId,
  invitation: InvitationId,
  now: Date,
): Promise<string | undefined> {
  const row = await tx
    .updateTable('invitations')
    .set({ revoked_at: now })
    .where('workspace_id', '=', workspace)
    .where('invitation_id', '=', invitation)
    .where('accepted_at', 'is', null)
    .where('revoked_at', 'is', null)
    .returning('email')
    .executeTakeFirst()
  return row?.email
}

/** A second invitation to one address takes the first one's place. */
export async function revokeInvitationsTo(
  tx: Transaction,
  workspace: WorkspaceId,
  email: string,
  now: Date,
): Promise<void> {
  await tx
    .updateTable('invitations')
    .set({ revoked_at: now })
    .where('workspace_id', '=', workspace)
    .where(sql`lower(email)`, '=', sql`lower(${email})`)
    .where('accepted_at', 'is', null)
    .where('revoked_at', 'is', null)
    .execute()
}
