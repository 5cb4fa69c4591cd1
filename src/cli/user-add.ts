import { type AddedUser, addUser, inWords } from '#features/accounts/index.ts'
import type { Clock } from '#kernel/clock.ts'
import { type Role, roles } from '#kernel/roles.ts'
import type { Database } from '#storage/database.ts'

export type UserAddOptions = {
  name: string
  email: string
  role?: string
  /** Read from stdin: a password on a command line is seen by everyone on the machine. */
  passwordStdin?: boolean
  workspace?: string
  json?: boolean
}

export type UserIo = {
  readStdin(): Promise<string>
  out(text: string): void
  err(text: string): void
}

const isRole = (text: string): text is Role => roles.some(role => role === text)

/** `kith user add --name … --email … [--role …] [--password-stdin] [--workspace …] [--json]`; gives the exit code. */
export async function userAdd(
  options: UserAddOptions,
  deps: { db: Database; clock: Clock },
  io: UserIo,
): Promise<0 | 1> {
  const { name, email, role, workspace } = options
  if (role !== undefined && !isRole(role)) {
    io.err(`There is no role ${role}. Roles are ${roles.join(', ')}.\n`)
    return 1
  }
  const password = options.passwordStdin ? (await io.readStdin()).replace(/\r?\n$/, '') : undefined
  const added = await addUser(deps, { name, email, role, password, workspaceName: workspace })
  if (!added.ok) {
    io.err(`${inWords(added.refusal)}\n`)
    return 1
  }
  io.out(options.json ? `${JSON.stringify(added.value)}\n` : told(name, added.value, password !== undefined))
  return 0
}

function told(name: string, added: AddedUser, hasPassword: boolean): string {
  const made = added.createdWorkspace ? `Made the team “${added.workspaceName}”. ` : ''
  const next = hasPassword
    ? ''
    : 'No password was set: make a token with `kith user token`, or have an admin make a reset link under Settings, Team.\n'
  return `${made}${name} is ${added.role} in “${added.workspaceName}”.\n${next}`
}
