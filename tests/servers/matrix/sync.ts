import type { SyncFilter } from './rules.ts'
import { type Content, type Device, type HomeState, type StoredEvent, type StoredRoom, shown } from './state.ts'

type Asked = { since: number | undefined; fullState: boolean; filter: SyncFilter }

/** Undefined: nothing has happened since. */
export function buildSync(state: HomeState, device: Device, asked: Asked): Content | undefined {
  const { since, fullState, filter } = asked
  const me = device.user
  const join: Content = {}
  const invite: Content = {}
  const leave: Content = {}
  for (const room of state.rooms.values()) {
    const ours = state.stateOf(room, 'm.room.member', me)
    const membership = ours?.content.membership
    const moved = ours !== undefined && (since === undefined || ours.seq > since)
    if (membership === 'join') {
      const part = joined(state, room, device, asked)
      if (part) join[room.id] = part
    } else if (membership === 'invite' && ours && moved)
      invite[room.id] = { invite_state: { events: stripped(state, room, me, ours.sender) } }
    else if ((membership === 'leave' || membership === 'ban') && moved && ours && since !== undefined)
      leave[room.id] = {
        state: { events: [] },
        timeline: { events: [shown(ours, device.id)], limited: false, prev_batch: `t${ours.seq}` },
      }
  }
  const user = state.userOf(me)
  const account =
    user.direct !== undefined && (since === undefined || user.accountSeq > since)
      ? [{ type: 'm.direct', content: user.direct }]
      : []
  const near = neighbours(state, me, since)
  const told = (id: string, seq: number) => seq > (since ?? 0) || near.get(id)
  const presence = allowed(filter.presence?.types, 'm.presence')
    ? [...state.users.values()].filter(
        each =>
          near.has(each.id) &&
          told(each.id, each.presence.seq) &&
          (since !== undefined || each.presence.state !== 'offline'),
      )
    : []
  const rooms = {
    ...(count(join) ? { join } : {}),
    ...(count(invite) ? { invite } : {}),
    ...(count(leave) ? { leave } : {}),
  }
  if (since !== undefined && !fullState && count(rooms) === 0 && account.length === 0 && presence.length === 0)
    return undefined
  return {
    rooms,
    ...(account.length > 0 ? { account_data: { events: account } } : {}),
    ...(presence.length > 0
      ? {
          presence: {
            events: presence.map(({ id, presence: { state: now, status } }) => ({
              type: 'm.presence',
              sender: id,
              content: {
                presence: now,
                currently_active: now === 'online',
                ...(status === undefined ? {} : { status_msg: status }),
              },
            })),
          },
        }
      : {}),
  }
}

const count = (given: object) => Object.keys(given).length
const allowed = (types: readonly string[] | undefined, type: string) => types === undefined || types.includes(type)

/** Those with whom a room is shared, and whether that is so only now. */
function neighbours(state: HomeState, me: string, since: number | undefined): Map<string, boolean> {
  const near = new Map<string, boolean>([[me, false]])
  const moved = (event: StoredEvent | undefined) =>
    event !== undefined && since !== undefined && event.seq > since && event.prev_content?.membership !== 'join'
  for (const room of state.rooms.values()) {
    if (state.membershipOf(room, me) !== 'join') continue
    const came = moved(state.stateOf(room, 'm.room.member', me))
    for (const event of room.state.values()) {
      if (event.type !== 'm.room.member' || event.content.membership !== 'join') continue
      const user = event.state_key ?? ''
      near.set(user, near.get(user) === true || came || moved(event))
    }
  }
  return near
}

function stripped(state: HomeState, room: StoredRoom, me: string, inviter: string): Content[] {
  const kept = ['m.room.create', 'm.room.name', 'm.room.canonical_alias', 'm.room.join_rules', 'm.room.encryption']
  const events = [
    ...kept.flatMap(type => state.stateOf(room, type) ?? []),
    ...[inviter, me].flatMap(user => state.stateOf(room, 'm.room.member', user) ?? []),
  ]
  return events.map(({ type, sender, state_key, content }) => ({ type, sender, state_key, content }))
}

function joined(
  state: HomeState,
  room: StoredRoom,
  device: Device,
  { since, fullState, filter }: Asked,
): Content | undefined {
  const me = device.user
  const ours = state.stateOf(room, 'm.room.member', me)
  const anew =
    since === undefined || (ours !== undefined && ours.seq > since && ours.prev_content?.membership !== 'join')
  const limit = filter.room?.timeline?.limit ?? 10
  const fresh = room.events.filter(event => anew || event.seq > (since ?? 0))
  const lost = !anew && state.lostSince(room, since ?? 0)
  const timeline = limit === 0 ? [] : fresh.slice(-limit)
  const limited = fresh.length > timeline.length || lost
  const first = timeline[0]
  const ephemeral: Content[] = []
  const receipts: Record<string, Record<string, Record<string, object>>> = {}
  for (const [key, { event, ts, seq }] of room.receipts) {
    if (!anew && seq <= (since ?? 0)) continue
    const [kind = '', user = ''] = key.split(' ')
    receipts[event] = { ...receipts[event], [kind]: { ...receipts[event]?.[kind], [user]: { ts } } }
  }
  if (count(receipts) > 0) ephemeral.push({ type: 'm.receipt', content: receipts })
  if (room.typing.seq > (since ?? 0))
    ephemeral.push({ type: 'm.typing', content: { user_ids: [...room.typing.users.keys()] } })
  if (!anew && !fullState && fresh.length === 0 && ephemeral.length === 0 && !lost) return undefined
  const lazy = filter.room?.state?.lazy_load_members === true
  const speakers = new Set([me, ...timeline.map(event => event.sender)])
  const wanted = (event: StoredEvent) =>
    anew || fullState
      ? !timeline.includes(event)
      : limited && event.seq > (since ?? 0) && (first === undefined || event.seq < first.seq)
  const stateEvents = [...room.state.values()].filter(wanted)
  const heroes = [...room.state.values()].flatMap(event =>
    event.type === 'm.room.member' &&
    event.state_key !== me &&
    ['join', 'invite'].includes(String(event.content.membership))
      ? [event.state_key ?? '']
      : [],
  )
  const shownState = stateEvents.filter(
    event =>
      event.type !== 'm.room.member' ||
      !lazy ||
      speakers.has(event.state_key ?? '') ||
      heroes.slice(0, 5).includes(event.state_key ?? ''),
  )
  const members = [...room.state.values()].filter(
    event => event.type === 'm.room.member' && event.content.membership === 'join',
  )
  return {
    summary: { 'm.heroes': heroes.slice(0, 5), 'm.joined_member_count': members.length, 'm.invited_member_count': 0 },
    state: { events: shownState.map(event => shown(event, device.id)) },
    timeline: {
      events: timeline.map(event => shown(event, device.id)),
      limited,
      prev_batch: `t${first?.seq ?? state.now() + 1}`,
    },
    ephemeral: { events: ephemeral },
    account_data: { events: [] },
    unread_notifications: { highlight_count: 0, notification_count: 0 },
  }
}
