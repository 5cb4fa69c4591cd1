import { expect, test } from 'vitest'
import { callAccounts } from './operations/accounts.ts'
import { done } from './operations/client.ts'
import { callConversations } from './operations/conversations.ts'
import { setUpTeam, startGround } from './operations/ground.ts'
import { callPeople } from './operations/people.ts'
import { callPull } from './operations/pull.ts'
import { examplesOf, keepSeen } from './operations/record.ts'
import { callRecruiting } from './operations/recruiting.ts'
import { callTeam } from './operations/team.ts'
import { callWebsiteChat } from './operations/website-chat.ts'

const missing = (name: string) => `${name}: call it in its chapter of tests/operations, then "npm run examples"`

test('the generated client calls every operation of the API, and each answers as the document says', async () => {
  await using ground = await startGround()
  const on = { ...ground, ...(await setUpTeam(ground)) }
  const { ben, benSignsIn } = await callAccounts(on)
  const people = await callPeople(on)
  const asBen = await on.signIn(benSignsIn)
  const { connection } = await callConversations(on, asBen, people.ana)
  await callWebsiteChat(on, connection)
  await callRecruiting(on, { ...people, ben })
  await callTeam(on, asBen, ben, people.ana)
  await callPull(on, people.ana)
  await done(on.api.DELETE('/api/v1/sample'))
  await keepSeen(examplesOf(ground.calls, ground.document))
  expect([...new Set(ground.wrong)]).toEqual([])
  const called = new Set(ground.calls.map(each => each.operation))
  expect(ground.document.operations.filter(name => !called.has(name)).map(missing)).toEqual([])
}, 180_000)
