import { createSocket } from 'node:dgram'

type ZoneRecord =
  | { type: 'TXT'; text: string }
  | { type: 'MX'; priority: number; host: string }
  | { type: 'A'; address: string }
  | { type: 'PTR'; name: string }

const codes = { A: 1, PTR: 12, MX: 15, TXT: 16 } as const

export type Zone = AsyncDisposable & {
  /** For a resolver that asks nobody else. */
  readonly server: string
  /** Changes from now on; names in small letters, those of PTR as `4.113.0.203.in-addr.arpa`. */
  readonly records: Map<string, ZoneRecord[]>
  readonly asked: readonly string[]
}

/** A real name server on loopback (RFC 1035) for the records that mail needs. Texts above 255 bytes are split as they must be. */
export async function startZone(records: Readonly<Record<string, readonly ZoneRecord[]>>): Promise<Zone> {
  const socket = createSocket('udp4')
  const zone = new Map(Object.entries(records).map(([name, all]) => [name, [...all]]))
  const asked: string[] = []
  socket.on('message', (query, from) => {
    const { name, end } = readName(query, 12)
    const type = query.readUInt16BE(end)
    asked.push(name)
    const all = zone.get(name.toLowerCase())
    const found = (all ?? []).filter(record => codes[record.type] === type)
    const head = Buffer.alloc(12)
    query.copy(head, 0, 0, 2)
    // A name that has other records answers with nothing; one that has none is no name (RFC 2308).
    head.writeUInt16BE(all ? 0x8580 : 0x8583, 2)
    head.writeUInt16BE(1, 4)
    head.writeUInt16BE(found.length, 6)
    const question = query.subarray(12, end + 4)
    socket.send(Buffer.concat([head, question, ...found.map(answerOf)]), from.port, from.address)
  })
  await new Promise<void>(resolve => socket.bind(0, '127.0.0.1', resolve))
  return {
    server: `127.0.0.1:${socket.address().port}`,
    records: zone,
    asked,
    [Symbol.asyncDispose]: () => new Promise(resolve => socket.close(() => resolve())),
  }
}

function answerOf(record: ZoneRecord): Buffer {
  const data = dataOf(record)
  const head = Buffer.alloc(12)
  // The name is the question's, at byte 12.
  head.writeUInt16BE(0xc00c, 0)
  head.writeUInt16BE(codes[record.type], 2)
  head.writeUInt16BE(1, 4)
  head.writeUInt32BE(60, 6)
  head.writeUInt16BE(data.length, 10)
  return Buffer.concat([head, data])
}

function dataOf(record: ZoneRecord): Buffer {
  switch (record.type) {
    case 'TXT': {
      const bytes = Buffer.from(record.text)
      const parts: Buffer[] = []
      for (let at = 0; at < bytes.length; at += 255) {
        const part = bytes.subarray(at, at + 255)
        parts.push(Buffer.from([part.length]), part)
      }
      return Buffer.concat(parts)
    }
    case 'MX':
      return Buffer.concat([Buffer.from([record.priority >> 8, record.priority & 255]), nameOf(record.host)])
    case 'A':
      return Buffer.from(record.address.split('.').map(Number))
    case 'PTR':
      return nameOf(record.name)
  }
}

const nameOf = (name: string) =>
  Buffer.concat([
    ...name.split('.').flatMap(label => [Buffer.from([label.length]), Buffer.from(label)]),
    Buffer.from([0]),
  ])

function readName(packet: Buffer, at: number): { name: string; end: number } {
  const labels: string[] = []
  let place = at
  for (let length = packet[place] ?? 0; length > 0; length = packet[place] ?? 0) {
    labels.push(packet.toString('latin1', place + 1, place + 1 + length))
    place += length + 1
  }
  return { name: labels.join('.'), end: place + 1 }
}
