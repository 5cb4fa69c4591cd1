import { createToken, findUsersByEmail, inWords } from '#features/accounts/index.ts'
import type { Clock } from '#kernel/clock.ts'
import type { TokenScope } from '#kernel/roles.ts'
import type { Database } from '#storage/database.ts'
import type { UserIo } from './user-add.ts'

export type UserTokenOptions = {
  email: string
  name: string
  workspace?: string
  days?: number
  scope?: TokenScope
  json?: boolean
}

const dayMs = 86_400_000

/** `kith user token --email … [--name …] [--days …] [--workspace …] [--json]` prints the token, once; gives the exit code. */
export async function userToken(
  options: UserTokenOptions,
  deps: { db: Database; clock: Clock },
  io: Pick<UserIo, 'out' | 'err'>,
): Promise<0 | 1> {
  const { email, name, workspace, days, scope = 'all' } = options
  const users = (await findUsersByEmail(deps, email)).filter(
    user => workspace === undefined || user.workspace === workspace || user.workspaceName === workspace,
  )
  const [user, another] = users
  if (!user) {
    io.err(
      `Nobody with the e-mail ${email} may sign in${workspace ? ` to ${workspace}` : ''}. Add them with \`kith user add\`.\n`,
    )
    return 1
  }
  if (another) {
    io.err(
      `${email} is in several teams: ${users.map(each => each.workspaceName).join(', ')}. Choose one with --workspace.\n`,
    )
    return 1
  }
  const expiresAt = days === undefined ? undefined : new Date(deps.clock.now().getTime() + days * dayMs)
  const made = await createToken(deps, user, { name, expiresAt, scope })
  if (!made.ok) {
    io.err(`${inWords(made.refusal)}\n`)
    return 1
  }
  const { id, token } = made.value
  io.out(options.json ? `${JSON.stringify({ id, token, ...user, expiresAt: made.value.expiresAt })}\n` : `${token}\n`)
  return 0
}
