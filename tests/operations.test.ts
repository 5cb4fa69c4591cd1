import { expect, test } from 'vitest'
import { callAccounts } from './operations/accounts.ts'
import { together } from './operations/client.ts'
import { callConversations } from './operations/conversations.ts'
import { callSample, setUpTeam, startGround } from './operations/ground.ts'
import { callPeople } from './operations/people.ts'
import { callPull } from './operations/pull.ts'
import { examplesOf, keepSeen } from './operations/record.ts'
import { callRecruiting } from './operations/recruiting.ts'
import { callReports } from './operations/reports.ts'
import { callTeam } from './operations/team.ts'
import { callWebsiteChat } from './operations/website-chat.ts'

const uncalled = (name: string) =>
  `Nothing calls ${name}. Call it in its chapter of tests/operations, then run "npm run examples".`

test('the generated client calls every operation of the API, and each answers as the document says', async () => {
  await using ground = await startGround()
  const on = { ...ground, ...(await setUpTeam(ground)) }
  const [{ ben, benSignsIn }, people] = await together(callAccounts(on), callPeople(on), callSample(on))
  const asBen = await on.signIn(benSignsIn)
  await together(
    callConversations(on, asBen, people.ana).then(({ connection }) => callWebsiteChat(on, connection)),
    callRecruiting(on, { ...people, ben }).then(() => callReports(on)),
    callTeam(on, asBen, ben),
    callPull(on, people.ana),
  )
  await keepSeen(examplesOf(ground.calls, ground.document))
  expect([...new Set(ground.wrong)]).toEqual([])
  const called = new Set(ground.calls.map(each => each.operation))
  expect(ground.document.operations.filter(name => !called.has(name)).map(uncalled)).toEqual([])
}, 240_000)
