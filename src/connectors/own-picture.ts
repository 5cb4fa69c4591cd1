import type { PictureOutcome } from './contract.ts'

const kinds: readonly { mimeType: string; at: number; bytes: readonly number[] }[] = [
  { mimeType: 'image/jpeg', at: 0, bytes: [0xff, 0xd8, 0xff] },
  { mimeType: 'image/png', at: 0, bytes: [0x89, 0x50, 0x4e, 0x47] },
  { mimeType: 'image/gif', at: 0, bytes: [0x47, 0x49, 0x46, 0x38] },
  { mimeType: 'image/webp', at: 8, bytes: [0x57, 0x45, 0x42, 0x50] },
]

/** What a network gave as the account's picture, by its first bytes. `most`: what the network takes back. */
export function pictureOf(bytes: Uint8Array | undefined, most: number): PictureOutcome {
  if (!bytes || bytes.length === 0) return { kind: 'done', picture: null }
  const found = kinds.find(kind => kind.bytes.every((byte, index) => bytes[kind.at + index] === byte))
  if (!found)
    return { kind: 'refused', code: 'bad-picture', text: 'What stands there as a picture is none that Kith knows.' }
  if (bytes.length > most)
    return { kind: 'refused', code: 'too-big', text: 'The picture there is larger than what could be put back.' }
  return { kind: 'done', picture: { mimeType: found.mimeType, bytes: Uint8Array.from(bytes) } }
}
