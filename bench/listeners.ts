import { resolveSrv } from 'node:dns/promises'
import { z } from 'zod'
import { readAccount } from '#connectors/xmpp/account.ts'
import { presenceStanza } from '#connectors/xmpp/outgoing.ts'
import { openStream } from '#connectors/xmpp/stream/stream.ts'

/** People who are online and take what they are sent, in a process of their own: theirs is no work of ours. Ends with its parent. */
const accounts = z.array(z.record(z.string(), z.string())).parse(JSON.parse(process.argv[2] ?? '[]'))
const over = new AbortController()
for (const values of accounts) {
  const account = readAccount({ id: values.jid ?? '', values })
  if (!account.ok) throw new Error(account.text)
  const stream = await openStream({
    account: account.value,
    network: { resolveSrv, random: Math.random, allowsAddress: () => true },
    signal: over.signal,
    onStanza: incoming => incoming.done(),
  })
  stream.post(presenceStanza('online', undefined))
}
process.on('disconnect', () => process.exit())
process.send?.('ready')
