import { describe } from 'vitest'
import { createHttpClient } from '#platform/http.ts'
import { startTwilio } from '#tests/servers/twilio.ts'
import { describeConformance } from '../conformance.ts'
import type { Connector } from '../contract.ts'
import { createSmsConnector } from './index.ts'

const http = createHttpClient({ allowAddress: address => address === '127.0.0.1' })
const plain = createSmsConnector({ http, pace: { everyMs: 60, firstWaitMs: 60, longestWaitMs: 200 } })
let door: Connector = plain
const start = async (options: { webhook?: boolean; burst?: number } = {}) => {
  const network = await startTwilio(plain, options)
  door = network.connector
  return network
}
const shared = {
  connector: { ...plain, open: (account, host) => door.open(account, host) } satisfies Connector,
  wrongCredentials: (account: Parameters<Connector['open']>[0]) => ({
    ...account,
    values: { ...account.values, authToken: 'f'.repeat(32) },
  }),
  addresses: { typed: '0049 151 12345678', parsed: '+4915112345678', wrong: '0151 12345678' },
  echoHasNoTxn: 'Twilio takes no ID of ours; what it answered to the send is its ID in the list',
  notApplicable: {
    'invite-them': 'telephones have no invitations',
    'they-ask-us': 'telephones have no invitations',
    presence: 'telephones don’t tell who is there',
    typing: 'telephones don’t tell who is typing',
    gap: 'Twilio keeps every text until it is deleted there',
  },
}

describe('fetching, without a public address', () => {
  describeConformance({ ...shared, start, startLimited: () => start({ burst: 10 }) })
})

describe('by webhook', () => {
  describeConformance({
    ...shared,
    start: () => start({ webhook: true }),
    startLimited: () => start({ webhook: true, burst: 10 }),
    notApplicable: {
      ...shared.notApplicable,
      'failed-commit':
        'a delivery that was not answered with 200 is fetched at the next look; above it is tried by fetching',
    },
  })
})
