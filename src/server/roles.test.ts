import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { createToken } from '#features/accounts/index.ts'
import { systemClock } from '#kernel/clock.ts'
import { newId, parseId } from '#kernel/ids.ts'
import { mayActAs, type Role, roles } from '#kernel/roles.ts'
import { type ApiServer, startApi } from '#tests/servers/api.ts'
import { addRecruiter } from '#tests/servers/workspace.ts'

const access = z.enum(['public', ...roles])
const described = z.object({
  paths: z.record(z.string(), z.record(z.string(), z.object({ 'x-least-role': access }))),
})
const refused = z.object({ error: z.object({ code: z.string() }) })
const methods = { get: 'GET', post: 'POST', put: 'PUT', patch: 'PATCH', delete: 'DELETE' } as const
const methodOf = z.enum(['get', 'post', 'put', 'patch', 'delete'])

type Operation = {
  name: string
  method: (typeof methods)[keyof typeof methods]
  url: string
  least: z.infer<typeof access>
}

let api: ApiServer
let tokens: Record<Role, string>
let operations: Operation[]

beforeAll(async () => {
  api = await startApi()
  const workspace = parseId<'Workspace'>(api.token.split('_')[1] ?? '')
  if (!workspace) throw new Error('a token names its workspace')
  const tokenOf = async (role: Role) => {
    const user = newId<'User'>()
    await addRecruiter(api.db, { workspace, user, role })
    const made = await createToken({ db: api.db, clock: systemClock }, { workspace, user }, { name: role })
    if (!made.ok) throw new Error(made.refusal.code)
    return made.value.token
  }
  tokens = {
    owner: await tokenOf('owner'),
    admin: await tokenOf('admin'),
    recruiter: await tokenOf('recruiter'),
    viewer: await tokenOf('viewer'),
  }
  const document = described.parse((await api.app.inject('/api/openapi.json')).json())
  operations = Object.entries(document.paths).flatMap(([path, found]) =>
    Object.entries(found).map(([method, operation]) => ({
      name: `${method} ${path}`,
      method: methods[methodOf.parse(method)],
      // Nothing has this id, so whoever may ask changes nothing.
      url: path.replace(/\{[^}]+\}/g, '00000000-0000-7000-8000-000000000000'),
      least: operation['x-least-role'],
    })),
  )
})
afterAll(() => api?.[Symbol.asyncDispose]())

const ask = async ({ method, url }: Operation, token?: string) => {
  const headers = token === undefined ? {} : { authorization: `Bearer ${token}` }
  const answer = await api.app.inject({ method, url, headers })
  const body = answer.statusCode >= 400 ? refused.safeParse(answer.json()) : undefined
  return { status: answer.statusCode, code: body?.success ? body.data.error.code : undefined }
}

test('every operation refuses whoever does not say who they are, and every role below the one it needs', async () => {
  expect(operations.length).toBeGreaterThan(300)
  const open: string[] = []
  for (const operation of operations) {
    const { name, least } = operation
    if (least === 'public') continue
    if ((await ask(operation)).status !== 401) open.push(`${name} for strangers`)
    for (const role of roles.filter(each => !mayActAs(each, least))) {
      const { status, code } = await ask(operation, tokens[role])
      if (status !== 403 || code !== 'role-needed') open.push(`${name} for a ${role}: ${status} ${code}`)
    }
  }
  expect(open).toEqual([])
})

test('what a role may see is not refused to it', async () => {
  const shut: string[] = []
  for (const operation of operations.filter(({ method }) => method === 'GET')) {
    const { name, least } = operation
    if (least === 'public') continue
    const { status, code } = await ask(operation, tokens[least])
    if (status === 401 || code === 'role-needed') shut.push(`${name} for a ${least}: ${status} ${code}`)
  }
  expect(shut).toEqual([])
})
