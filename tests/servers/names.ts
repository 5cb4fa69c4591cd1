import { createSocket } from 'node:dgram'
import { Resolver } from 'node:dns/promises'

export type Srv = { name: string; port: number; priority: number; weight: number }

/** A real name server on loopback that knows SRV records only, and a resolver that asks nobody else. */
export async function startNames(records: Readonly<Record<string, readonly Srv[]>>) {
  const socket = createSocket('udp4')
  const asked: string[] = []
  socket.on('message', (query, from) => {
    const { name, end } = readName(query, 12)
    asked.push(name)
    const found = records[name.toLowerCase()] ?? []
    const head = Buffer.alloc(12)
    query.copy(head, 0, 0, 2)
    head.writeUInt16BE(found.length > 0 ? 0x8580 : 0x8583, 2)
    head.writeUInt16BE(1, 4)
    head.writeUInt16BE(found.length, 6)
    socket.send(Buffer.concat([head, query.subarray(12, end + 4), ...found.map(answer)]), from.port, from.address)
  })
  await new Promise<void>(resolve => socket.bind(0, '127.0.0.1', resolve))
  const resolver = new Resolver({ timeout: 2_000, tries: 1 })
  resolver.setServers([`127.0.0.1:${socket.address().port}`])
  return {
    resolveSrv: (name: string) => resolver.resolveSrv(name),
    asked,
    async [Symbol.asyncDispose]() {
      resolver.cancel()
      await new Promise<void>(resolve => socket.close(() => resolve()))
    },
  }
}

function readName(packet: Buffer, at: number): { name: string; end: number } {
  const labels: string[] = []
  let place = at
  for (let length = packet[place] ?? 0; length > 0; length = packet[place] ?? 0) {
    labels.push(packet.toString('latin1', place + 1, place + 1 + length))
    place += length + 1
  }
  return { name: labels.join('.'), end: place + 1 }
}

function answer({ name, port, priority, weight }: Srv): Buffer {
  const labels = name === '.' ? [] : name.split('.')
  const target = Buffer.concat([
    ...labels.map(label => Buffer.concat([Buffer.from([label.length]), Buffer.from(label, 'latin1')])),
    Buffer.from([0]),
  ])
  const head = Buffer.alloc(18)
  head.writeUInt16BE(0xc00c, 0)
  head.writeUInt16BE(33, 2)
  head.writeUInt16BE(1, 4)
  head.writeUInt32BE(60, 6)
  head.writeUInt16BE(6 + target.length, 10)
  head.writeUInt16BE(priority, 12)
  head.writeUInt16BE(weight, 14)
  head.writeUInt16BE(port, 16)
  return Buffer.concat([head, target])
}
