import type { Clock } from '#kernel/clock.ts'
import { newId, type UserId } from '#kernel/ids.ts'
import type { Caller, Role } from '#kernel/roles.ts'
import { acrossWorkspaces, type Database } from '#storage/database.ts'

/** A workspace of its own with one recruiter, written as sign-up writes it. */
export async function createWorkspace(db: Database, role: Role = 'owner'): Promise<Caller> {
  const workspace = newId<'Workspace'>()
  await acrossWorkspaces(db, tx =>
    tx
      .insertInto('workspaces')
      .values({ workspace_id: workspace, name: 'Night jobs', created_at: new Date() })
      .execute(),
  )
  const caller: Caller = { workspace, user: newId<'User'>(), role }
  await addRecruiter(db, caller)
  return caller
}

export async function addRecruiter(db: Database, { workspace, role, user }: Caller): Promise<UserId> {
  await acrossWorkspaces(db, tx =>
    tx
      .insertInto('users')
      .values({
        workspace_id: workspace,
        user_id: user,
        email: `${user}@kith.example`,
        name: 'Mara',
        role,
        created_at: new Date(),
      })
      .execute(),
  )
  return user
}

/** A clock that stands until it is set or moved on. */
export function createTestClock(start: string): Clock & { set(at: string): void; pass(ms: number): void } {
  let at = new Date(start)
  return {
    now: () => new Date(at),
    set: text => {
      at = new Date(text)
    },
    pass: ms => {
      at = new Date(at.getTime() + ms)
    },
  }
}
