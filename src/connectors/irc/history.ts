import type { NetworkEvent, RemoteConversation, RemoteId } from '../contract.ts'
import { type Batch, isPlayback } from './batches.ts'
import { timeOf } from './inbound.ts'
import type { Scene } from './scene.ts'
import type { Line } from './wire/line.ts'

const answerMs = 15_000
const maxPages = 100
/** Where a bouncer's buffer usually ends; a playback that long may not be all there was. */
const usualBufferLines = 50

type Answer = { kind: 'page'; lines: readonly Line[] } | { kind: 'failed'; why: string }

/** What was said while we were away, from servers (chathistory) and bouncers that keep it; and an honest word where nobody does. */
export function historyReader(scene: Scene, played: (lines: readonly Line[]) => NetworkEvent[]) {
  const { caps, fold, cursor } = scene
  let waiting: { target: string; settle(answer: Answer): void } | undefined
  let queue: Promise<unknown> = Promise.resolve()
  /** Oldest instant and number of lines that a playback showed of each conversation. */
  const shown = new Map<string, { oldest: Date; lines: number }>()
  const able = () => caps.has('draft/chathistory') || caps.has('chathistory')

  function ask(target: string, ...words: readonly string[]): Promise<Answer> {
    const mine = queue.then(
      () =>
        new Promise<Answer>(resolve => {
          const settle = (answer: Answer) => {
            clearTimeout(timer)
            waiting = undefined
            resolve(answer)
          }
          const timer = setTimeout(() => settle({ kind: 'failed', why: 'no answer' }), answerMs)
          void scene.link.closed.then(() => settle({ kind: 'failed', why: 'the connection broke' }))
          waiting = { target: fold(target), settle }
          scene.ask('CHATHISTORY', ...words)
        }),
    )
    queue = mine
    return mine
  }

  const limit = () => String(Math.min(scene.support().maxHistory, 100))

  /** Everything after `since`, page by page, each handed on before the next is asked for. */
  async function after(target: string, since: Date | undefined): Promise<'done' | { why: string }> {
    let from = since ? `timestamp=${new Date(since.getTime() - 1).toISOString()}` : undefined
    for (let page = 0; page < maxPages; page += 1) {
      const answer = await (from === undefined
        ? ask(target, 'LATEST', target, '*', limit())
        : ask(target, 'AFTER', target, from, limit()))
      if (answer.kind === 'failed') return { why: answer.why }
      scene.push(...played(answer.lines))
      const last = answer.lines.findLast(line => timeOf(line) !== undefined)
      const msgid = last?.tags.get('msgid')
      const at = last && timeOf(last)
      if (since === undefined || !at || answer.lines.length < Number(limit())) return 'done'
      from = msgid ? `msgid=${msgid}` : `timestamp=${at.toISOString()}`
    }
    return 'done'
  }

  /** Nicks and channels with something new. */
  async function targets(since: Date): Promise<string[]> {
    const to = new Date(scene.now().getTime() + 60_000).toISOString()
    const answer = await ask('*', 'TARGETS', `timestamp=${since.toISOString()}`, `timestamp=${to}`, limit())
    if (answer.kind === 'failed') return []
    return answer.lines.flatMap(line =>
      line.command === 'CHATHISTORY' && line.params[0] === 'TARGETS' ? (line.params[1] ?? []) : [],
    )
  }

  return {
    able,
    /** True when the batch answers a question of ours or is a playback. */
    take(batch: Batch): boolean {
      if (batch.kind === 'draft/chathistory-targets' || batch.kind === 'chathistory-targets') {
        waiting?.settle({ kind: 'page', lines: batch.lines })
        return true
      }
      if (!isPlayback(batch.kind)) return false
      if (batch.kind === 'chathistory' && waiting && fold(batch.params[0] ?? '') === waiting.target) {
        waiting.settle({ kind: 'page', lines: batch.lines })
        return true
      }
      const times = batch.lines.flatMap(line => timeOf(line)?.getTime() ?? [])
      if (times.length > 0)
        shown.set(fold(batch.params[0] ?? ''), { oldest: new Date(Math.min(...times)), lines: batch.lines.length })
      scene.push(...played(batch.lines))
      return true
    },
    takeFailure(line: Line): boolean {
      if (line.command !== 'FAIL' || line.params[0] !== 'CHATHISTORY' || !waiting) return false
      waiting.settle({ kind: 'failed', why: line.params.at(-1) ?? '' })
      return true
    },
    /** ZNC's playback module: only what is new. */
    askBouncer(since: Date | undefined): void {
      if (caps.has('znc.in/playback'))
        scene.say('PRIVMSG', '*playback', `PLAY * ${since ? Math.floor(since.getTime() / 1_000) - 1 : 0}`)
    },
    /** Reads what was missed since the cursor; what can't be had is told as a gap. `first`: the account is new, what is kept is imported. */
    async catchUp(
      rooms: readonly { id: RemoteId; since: Date | undefined }[],
      away: { from: Date; to: Date },
      first: boolean,
    ): Promise<void> {
      if (!able()) {
        if (!first) for (const { id, since } of rooms) if (since) gap(id, 'room', away)
        if (!first && !caps.bouncer())
          for (const [id, peer] of Object.entries(cursor.peers))
            if (away.from.getTime() - Date.parse(peer.at) < 86_400_000) gap(id, 'direct', away)
        return
      }
      for (const { id, since } of rooms) {
        const outcome = await after(scene.rooms.titleOf(id), since)
        if (outcome !== 'done' && since)
          gap(id, 'room', away, `The server did not give what was said meanwhile (${outcome.why}).`)
      }
      const inRooms = new Set(rooms.map(({ id }) => id))
      const from = first ? new Date(away.to.getTime() - 30 * 86_400_000) : away.from
      for (const target of await targets(from))
        if (!inRooms.has(fold(target))) await after(target, first ? undefined : away.from)
    },
    async before(
      conversation: RemoteConversation,
      target: string,
      reference: string | undefined,
      most: number,
    ): Promise<NetworkEvent[]> {
      if (!able()) return []
      const words = reference === undefined ? ['LATEST', target, '*'] : ['BEFORE', target, reference]
      const answer = await ask(target, ...words, String(Math.min(most, Number(limit()))))
      return answer.kind === 'page'
        ? played(answer.lines).filter(event => event.kind === 'message' && event.conversation.id === conversation.id)
        : []
    },
  }

  function gap(id: RemoteId, kind: 'room' | 'direct', away: { from: Date; to: Date }, why?: string): void {
    const part = shown.get(id)
    const bouncer = caps.bouncer() !== undefined
    // A bouncer was there for us all the time; its buffer may be too short.
    if (bouncer && (!part || part.lines < usualBufferLines || part.oldest <= away.from)) return
    if (part && part.oldest <= away.from) return
    const title = kind === 'room' ? { title: scene.rooms.titleOf(id) } : {}
    const to = part ? part.oldest : away.to
    const words =
      why ??
      (bouncer
        ? 'The bouncer keeps a limited number of lines for each channel; earlier ones may be missing.'
        : kind === 'room'
          ? 'IRC keeps nothing: what was said in the channel while Kith was not connected is not to be had.'
          : 'IRC keeps nothing: who wrote while Kith was not connected was told that you are not there.')
    scene.push({
      kind: 'gap',
      key: `gap:${id}:${away.from.toISOString()}`,
      conversation: { id, kind, ...title },
      from: away.from,
      to,
      why: words,
    })
  }
}
