import { describe } from 'vitest'
import { createHttpClient } from '#platform/http.ts'
import { startPages } from '#tests/servers/meta-pages.ts'
import { describeConformance } from '../conformance.ts'
import type { Connector } from '../contract.ts'
import { createInstagramConnector, createMessengerConnector } from './index.ts'

const http = createHttpClient({ allowAddress: address => address === '127.0.0.1' })
const pace = { everyMs: 60, firstWaitMs: 60, longestWaitMs: 200 }

for (const tool of ['messenger', 'instagram'] as const)
  describe(tool, () => {
    const create = tool === 'messenger' ? createMessengerConnector : createInstagramConnector
    const plain = create({ http, pace })
    let door: Connector = plain
    const start = async (options: { burst?: number } = {}) => {
      const network = await startPages(plain, { tool, ...options })
      door = network.connector
      return network
    }
    const token = tool === 'messenger' ? 'pageToken' : 'instagramToken'
    describeConformance({
      connector: { ...plain, open: (account, host) => door.open(account, host) },
      start,
      wrongCredentials: account => ({
        ...account,
        values: { ...account.values, [token]: 'EAAwithdrawn0123456789012345' },
      }),
      addresses: { typed: ' 770077 ', parsed: '770077', wrong: 'ana@example.org' },
      ...(tool === 'instagram'
        ? { echoHasNoTxn: 'Instagram takes no ID of ours; the echo has that of the answer' }
        : {}),
      notApplicable: {
        'rate-limit': 'Meta’s pause is a minute: messenger.test.ts looks at the answer instead',
        'stable-keys': 'there is no history to fetch; a delivery that comes again has the same ID',
        'failed-commit':
          'Meta sends again what was not answered with 200, without a session: hooks.test.ts and messenger.test.ts',
        'invite-them': 'there are no invitations',
        'they-ask-us': 'there are no invitations',
        presence: 'pages are not told who is there',
        typing: 'pages are not told who is typing',
        gap: 'Meta does not tell when it gives up',
      },
    })
  })
