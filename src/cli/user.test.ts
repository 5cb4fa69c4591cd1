import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Accounts, startAccounts } from '#tests/servers/accounts.ts'
import { type UserAddOptions, userAdd } from './user-add.ts'
import { type UserTokenOptions, userToken } from './user-token.ts'

let kith: Accounts
beforeAll(async () => {
  kith = await startAccounts()
})
afterAll(() => kith[Symbol.asyncDispose]())

function run() {
  const said = { out: '', err: '' }
  const io = (stdin = '') => ({
    readStdin: async () => stdin,
    out: (text: string) => {
      said.out += text
    },
    err: (text: string) => {
      said.err += text
    },
  })
  const deps = { db: kith.deps.db, clock: kith.clock }
  return {
    said,
    add: (options: UserAddOptions, stdin?: string) => userAdd(options, deps, io(stdin)),
    token: (options: UserTokenOptions) => userToken(options, deps, io()),
  }
}

test('a script makes the first owner and a token, and both work', async () => {
  const add = run()
  const mara = { name: 'Mara Lindt', email: 'mara@cli.example', workspace: 'Northern Nurses' }
  expect(await add.add({ ...mara, role: 'viewer' })).toBe(1)
  expect(add.said.err).toBe(
    'There is no team yet, so the first user becomes its owner. Leave --role away, or say owner.\n',
  )
  expect(await add.add({ ...mara, passwordStdin: true }, 'four words on stdin\n')).toBe(0)
  expect(add.said.out).toBe('Made the team “Northern Nurses”. Mara Lindt is owner in “Northern Nurses”.\n')
  const browser = kith.openBrowser()
  expect(
    (await browser.send('POST', '/api/v1/sign-in', { email: mara.email, password: 'four words on stdin' })).status,
  ).toBe(200)

  const token = run()
  expect(await token.token({ email: 'MARA@cli.example', name: 'ci' })).toBe(0)
  const answer = await kith.app.inject({
    url: '/api/v1/me',
    headers: { authorization: `Bearer ${token.said.out.trim()}` },
  })
  expect(answer.json()).toMatchObject({ user: { role: 'owner', name: 'Mara Lindt' } })
})

test('the second user is a recruiter unless said otherwise; machines read JSON', async () => {
  const tom = run()
  expect(await tom.add({ name: 'Tom Bek', email: 'tom@cli.example', json: true })).toBe(0)
  expect(JSON.parse(tom.said.out)).toMatchObject({
    role: 'recruiter',
    workspaceName: 'Northern Nurses',
    createdWorkspace: false,
  })
  const token = run()
  expect(await token.token({ email: 'tom@cli.example', name: 'ci', days: 7, json: true })).toBe(0)
  const made = JSON.parse(token.said.out)
  expect(made.token).toMatch(/^kith_/)
  expect(Date.parse(made.expiresAt) - Date.now()).toBeGreaterThan(6.9 * 86_400_000)
})

test('a refusal says what to do and exits with 1', async () => {
  const said: string[] = []
  const refused = async (work: (with_: ReturnType<typeof run>) => Promise<number>) => {
    const one = run()
    expect(await work(one)).toBe(1)
    said.push(one.said.err.trim())
  }
  await refused(one => one.add({ name: 'Tom', email: 'tom@cli.example' }))
  await refused(one => one.add({ name: 'X', email: 'x@cli.example', role: 'boss' }))
  await refused(one => one.add({ name: 'X', email: 'nonsense' }))
  await refused(one => one.add({ name: 'X', email: 'x@cli.example', passwordStdin: true }, 'short\n'))
  await refused(one => one.add({ name: 'X', email: 'x@cli.example', workspace: 'Nowhere' }))
  await refused(one => one.token({ email: 'nobody@cli.example', name: 'ci' }))
  await kith.setUpTeam('mara@cli.example', 'Second')
  await refused(one => one.add({ name: 'X', email: 'x@cli.example' }))
  await refused(one => one.token({ email: 'mara@cli.example', name: 'ci' }))
  expect(said).toEqual([
    'Someone in this team has this e-mail address already.',
    'There is no role boss. Roles are owner, admin, recruiter, viewer.',
    'This is no e-mail address. Write it like name@example.org.',
    'Use at least 10 characters. Four unrelated words make a good password.',
    'There is no team of this name. There is: Northern Nurses.',
    'Nobody with the e-mail nobody@cli.example may sign in. Add them with `kith user add`.',
    'There are several teams: Northern Nurses, Second. Choose one with --workspace.',
    'mara@cli.example is in several teams: Northern Nurses, Second. Choose one with --workspace.',
  ])
})
