import { createHttpClient } from '#platform/http.ts'
import { startWhatsApp } from '#tests/servers/whatsapp.ts'
import { describeConformance } from '../conformance.ts'
import type { Connector } from '../contract.ts'
import { createWhatsAppConnector } from './index.ts'

const http = createHttpClient({ allowAddress: address => address === '127.0.0.1' })
const plain = createWhatsAppConnector({ http, pace: { everyMs: 60, firstWaitMs: 60, longestWaitMs: 200 } })
/** Each network has a door of its own; sessions are opened through the one that was started last. */
let door: Connector = plain
const start = async (options: { burst?: number } = {}) => {
  const network = await startWhatsApp(plain, options)
  door = network.connector
  return network
}

describeConformance({
  connector: { ...plain, open: (account, host) => door.open(account, host) },
  start,
  startLimited: () => start({ burst: 10 }),
  wrongCredentials: account => ({
    ...account,
    values: { ...account.values, accessToken: 'EAAwithdrawn0123456789012345' },
  }),
  addresses: { typed: ' +1 (650) 555-1234 ', parsed: '+16505551234', wrong: 'ana@example.org' },
  notApplicable: {
    'own-echo':
      'WhatsApp shows a business nothing of what it sent; the answer to the send and the states name it by our txn',
    'reordered-echo': 'there are no echoes',
    'stable-keys': 'there is no history to fetch; a delivery that comes again has the same ID',
    'failed-commit':
      'Meta sends again what was not answered with 200, without a session: hooks.test.ts and whatsapp.test.ts',
    'invite-them': 'WhatsApp has no invitations',
    'they-ask-us': 'WhatsApp has no invitations',
    presence: 'businesses are not told who is online',
    typing: 'businesses are not told who is typing',
    gap: 'Meta keeps deliveries for days and does not tell when it gives up',
  },
})
