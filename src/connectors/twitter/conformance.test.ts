import { createHttpClient } from '#platform/http.ts'
import { startX, type XNetwork } from '#tests/servers/x.ts'
import { describeConformance } from '../conformance.ts'
import type { Connector } from '../contract.ts'
import { createXConnector } from './index.ts'

const http = createHttpClient({ allowAddress: address => address === '127.0.0.1' })
const plain = createXConnector({ http, pace: { everyMs: 60, firstWaitMs: 60, longestWaitMs: 200 } })
let door: Connector = plain
const start = async (options: { burst?: number } = {}): Promise<XNetwork> => {
  const network = await startX(plain, options)
  door = network.connector
  return network
}

describeConformance({
  connector: { ...plain, open: (account, host) => door.open(account, host) },
  start,
  startLimited: () => start({ burst: 10 }),
  startForgetful: start,
  wrongCredentials: account => ({
    ...account,
    values: { ...account.values, accessToken: 'withdrawn-token', refreshToken: 'withdrawn-token' },
  }),
  addresses: { typed: 'https://twitter.com/AnaRuiz', parsed: 'x.com/anaruiz', wrong: 'ana@example.org' },
  echoHasNoTxn: 'X takes no ID of ours; what it answered to the send is its ID in the list',
  notApplicable: {
    'unknown-outcome':
      'a first send begins with looking the name up, which may be done again; twitter.test.ts loses the answer to the send itself',
    receipts: 'X tells programs neither that a message arrived nor that it was read',
    'invite-them': 'following is not part of the messages',
    'they-ask-us': 'requests are not told to programs',
    presence: 'X does not tell who is there',
    typing: 'X does not tell who is typing',
  },
})
