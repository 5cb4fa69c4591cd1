import { z } from 'zod'
import type { OutgoingFile, SendOutcome, SendRequest } from '../contract.ts'
import { errorIn, type Graph, outcomeOf } from '../meta.ts'
import { type Exchange, multipart } from '../vendor.ts'
import type { PageAccount } from './account.ts'
import type { Flavour } from './manifest.ts'

const accepted = z.object({ message_id: z.string() })
export const keyIn = (json: unknown): string | undefined => accepted.safeParse(json).data?.message_id

type Words = readonly [code: string, text: string]
const closed: Words = [
  'window-closed',
  'They last wrote more than 24 hours ago: now Meta takes nothing from a program. Answer in the app, or wait until they write.',
]

export const words: ReadonlyMap<string, Words> = new Map<string, Words>([
  ['10/2018278', closed],
  ['10/2534022', closed],
  ['10/2018065', closed],
  ['551', ['not-reachable', 'They can’t be reached: they have blocked the page, or their account is gone.']],
  ['100/2018001', ['no-such-person', 'Meta knows nobody under this ID for your page.']],
  ['100/2534014', ['no-such-person', 'Meta knows nobody under this ID for your account.']],
  ['200/1545041', ['not-reachable', 'They can’t be reached right now.']],
  ['100/2018109', ['file-too-large', 'The file is larger than Meta takes.']],
  ['10904', ['messages-off', 'Messages are switched off in the settings of your page.']],
])

const isClosed = (found: Exchange): boolean => {
  const error = found.kind === 'answer' ? errorIn(found.json) : undefined
  return error !== undefined && words.get(`${error.code}/${error.subcode ?? ''}`) === closed
}

const kindOf = ({ mimeType }: OutgoingFile) => /^(image|video|audio)\//.exec(mimeType)?.[1] ?? 'file'

export async function sendTo(
  graph: Graph,
  flavour: Flavour,
  account: PageAccount,
  request: SendRequest,
  now: () => Date,
  signal: AbortSignal,
): Promise<SendOutcome> {
  const { txn, to, text, replyTo, files = [] } = request
  const recipient = { id: to.id }
  // Comes back in the echo: it is found even if the answer to this call is lost.
  const metadata = flavour.tool === 'messenger' ? { metadata: txn } : {}
  const judge = (found: Exchange) => outcomeOf(found, { now: now(), words, key: keyIn })

  const say = async (body: { message: object } & object): Promise<SendOutcome> => {
    const attempt = (how: object) =>
      graph.call('me/messages', { method: 'POST', json: { recipient, ...how, ...body } }, signal)
    const found = await attempt({ messaging_type: 'RESPONSE' })
    // Whoever presses Send is a human agent; Kith sends nothing by itself.
    if (!isClosed(found) || !account.humanAgent) return judge(found)
    return judge(await attempt({ messaging_type: 'MESSAGE_TAG', tag: 'HUMAN_AGENT' }))
  }
  const attach = async (file: OutgoingFile): Promise<SendOutcome> => {
    const message = { attachment: { type: kindOf(file), payload: { is_reusable: false } }, ...metadata }
    const form = multipart(
      { recipient: JSON.stringify(recipient), messaging_type: 'RESPONSE', message: JSON.stringify(message) },
      { field: 'filedata', name: file.name, mimeType: file.mimeType, bytes: await file.bytes() },
    )
    return judge(await graph.call('me/messages', { method: 'POST', form }, signal))
  }

  let first: SendOutcome | undefined
  const next = async (send: () => Promise<SendOutcome>): Promise<SendOutcome | undefined> => {
    const outcome = await send()
    if (outcome.kind === 'accepted') {
      first ??= outcome
      return undefined
    }
    if (first === undefined) return outcome
    const why = outcome.kind === 'unknown' ? outcome.why : outcome.text
    return { kind: 'refused', code: 'in-part', text: `The first part arrived, the next did not: ${why}` }
  }
  if (text !== '') {
    const reply = replyTo === undefined || flavour.tool !== 'messenger' ? {} : { reply_to: { mid: replyTo } }
    const failed = await next(() => say({ ...reply, message: { text, ...metadata } }))
    if (failed) return failed
  }
  for (const file of files) {
    const failed = await next(() => attach(file))
    if (failed) return failed
  }
  return first ?? { kind: 'refused', code: 'empty', text: 'There was nothing to send.' }
}
