import { expect, test } from 'vitest'
import { inLanes } from './order.ts'

const file = (name: string, seconds: number, project = 'whole') => ({ file: name, seconds, project })

test('the longest files begin first, and two that wait for others run beside three that work', () => {
  const given = [
    file('tests/short.test.ts', 1),
    file('tests/scenarios/long.test.ts', 60),
    file('tests/scenarios/longest.test.ts', 90),
    file('tests/scenarios/middle.test.ts', 30),
    file('src/connectors/irc/irc.test.ts', 20),
    file('src/connectors/mastodon/snac.test.ts', 50),
    file('src/connectors/xmpp/xmpp.test.ts', 25),
  ]
  expect(inLanes(given)).toEqual([
    'src/connectors/mastodon/snac.test.ts',
    'src/connectors/xmpp/xmpp.test.ts',
    'tests/scenarios/longest.test.ts',
    'tests/scenarios/long.test.ts',
    'tests/scenarios/middle.test.ts',
    'src/connectors/irc/irc.test.ts',
    'tests/short.test.ts',
  ])
})

test('files that share their processes stand in one row, and what has one to itself between the rows', () => {
  const model = file('src/kernel/model.test.ts', 40, 'parts')
  const short = file('src/kernel/short.test.ts', 2, 'parts')
  const mocking = file('src/features/accounts/sign-in.test.ts', 8, 'mocking')
  const given = [
    short,
    model,
    mocking,
    file('tests/scenarios/long.test.ts', 20),
    file('src/connectors/irc/irc.test.ts', 3),
  ]
  expect(inLanes(given).slice(2)).toEqual([mocking.file, model.file, short.file])
})

test('while servers are being installed, what needs none of them comes first, and what needs one of the short ones last', () => {
  const model = file('src/kernel/model.test.ts', 40, 'parts')
  const mail = file('src/features/mail.test.ts', 50, 'parts')
  const irc = file('src/connectors/irc/irc.test.ts', 3)
  const needing = new Set([mail.file, irc.file])
  expect(inLanes([mail, irc, model], { needing })).toEqual([model.file, irc.file, mail.file])
})

test('what is alone of its kind keeps all lanes busy', () => {
  const names = ['a', 'b', 'c', 'd', 'e'].map(name => file(`src/connectors/${name}.test.ts`, 5))
  expect(inLanes(names)).toEqual(names.map(each => each.file))
  expect(inLanes([])).toEqual([])
})
