import { BlockList, isIP } from 'node:net'

/** IANA's special-purpose IPv4 ranges, multicast, the reserved end, and Azure's host agent, which sits in public space. */
const refusedV4 = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '168.63.129.16/32',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.31.196.0/24',
  '192.52.193.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '192.175.48.0/24',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
]

/** Within 2000::/3, the only space with public hosts: protocol assignments and Teredo, documentation, 6to4, AS112. */
const refusedV6 = ['2001::/23', '2001:db8::/32', '2002::/16', '2620:4f:8000::/48', '3fff::/20']

export function parseNetworks(networks: readonly string[]): BlockList {
  const list = new BlockList()
  for (const network of networks) {
    const [address = '', given] = network.split('/')
    const version = isIP(address)
    const bits = given === undefined ? (version === 4 ? 32 : 128) : Number(given)
    if (version === 0 || !Number.isInteger(bits) || bits < 0 || bits > (version === 4 ? 32 : 128))
      throw new Error(`"${network}" is no address or network. Write 10.0.5.7, 10.0.5.0/24 or fd00:5::/32.`)
    list.addSubnet(address, bits, version === 4 ? 'ipv4' : 'ipv6')
  }
  return list
}

const special4 = parseNetworks(refusedV4)
const special6 = parseNetworks(refusedV6)
const global6 = parseNetworks(['2000::/3'])
const nat64 = parseNetworks(['64:ff9b::/96'])

/** The last 32 bits, written `…:7f00:1` or `…:127.0.0.1`. */
function lastFourBytes(address: string): string {
  const { hostname } = new URL(`http://[${address}]/`)
  const [high = '0', low = '0'] = hostname.slice(1, -1).split(':').slice(-2)
  const bits = [Number.parseInt(high || '0', 16), Number.parseInt(low || '0', 16)]
  return bits.flatMap(word => [word >> 8, word & 0xff]).join('.')
}

/** Whether an address belongs to a host on the public internet; false for every special-purpose range and for what is no address. */
export function isPublicAddress(address: string): boolean {
  if (address.includes('%')) return false
  const version = isIP(address)
  if (version === 4) return !special4.check(address, 'ipv4')
  if (version === 0) return false
  if (nat64.check(address, 'ipv6')) return isPublicAddress(lastFourBytes(address))
  return global6.check(address, 'ipv6') && !special6.check(address, 'ipv6')
}

/** For the setting KITH_OUTBOUND_ALLOW. */
export function allowNetworks(networks: readonly string[]): (address: string) => boolean {
  const list = parseNetworks(networks)
  return address => list.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4')
}
