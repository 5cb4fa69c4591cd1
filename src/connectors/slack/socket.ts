import { z } from 'zod'
import type { Reach } from '#platform/http.ts'
import { ConnectionFailure } from '../keep-trying.ts'
import { openSocket } from '../web-socket.ts'
import { wrapper } from './objects.ts'

const envelope = z.object({
  type: z.string(),
  envelope_id: z.string().optional(),
  reason: z.string().optional(),
  payload: z.unknown().optional(),
})

/** Socket Mode (docs: api.slack.com/apis/socket-mode): each envelope is acknowledged when `onEvents` has resolved. */
export async function runSocket(
  url: string,
  reach: Reach,
  on: { hello(): Promise<void>; events(batch: readonly z.infer<typeof wrapper>[]): Promise<void> },
  signal: AbortSignal,
): Promise<void> {
  await using socket = await openSocket(url, reach, signal)
  for (;;) {
    const batch = await socket.next()
    if (signal.aborted) return
    if (!batch) throw new ConnectionFailure('closed', 'Slack closed the connection; Kith takes it up again.')
    const events: z.infer<typeof wrapper>[] = []
    const ids: string[] = []
    let leaving: string | undefined
    for (const each of batch) {
      const read = envelope.safeParse(each)
      if (!read.success) continue
      const { type, envelope_id: id, payload, reason } = read.data
      if (type === 'hello') await on.hello()
      else if (type === 'disconnect') leaving = reason ?? 'asked to'
      else if (id) {
        ids.push(id)
        const wrapped = type === 'events_api' ? wrapper.safeParse(payload) : undefined
        if (wrapped?.success) events.push(wrapped.data)
      }
    }
    if (events.length > 0) await on.events(events)
    for (const id of ids) socket.send({ envelope_id: id })
    if (leaving === 'link_disabled')
      throw new ConnectionFailure(
        'forbidden',
        'Socket Mode was switched off. In your app, under Socket Mode, switch it on again.',
      )
    if (leaving !== undefined) throw new ConnectionFailure('moved', 'Slack asks to connect again.')
  }
}
