import type { ImapFlow, MessageStructureObject } from 'imapflow'
import { chooseFolders } from './folders.ts'
import { decodeTransfer } from './read/decode.ts'
import { type FileAddress, readFileUrl } from './read/files.ts'
import { connectImap, findByMessageId, type ImapDeps, isGmail } from './server/imap.ts'

const chunkBytes = 4_000_000

/** The bytes of an attachment, over a connection of its own: a large file does not hold up the mail. Undefined when it is gone. */
export async function openFile(
  deps: ImapDeps,
  url: string,
  signal: AbortSignal,
): Promise<AsyncIterable<Uint8Array> | undefined> {
  const wanted = readFileUrl(url)
  if (!wanted) return undefined
  const client = await connectImap(deps, signal)
  const stop = () => client.close()
  signal.addEventListener('abort', stop)
  const end = () => {
    signal.removeEventListener('abort', stop)
    client.close()
  }
  try {
    const uid = await find(client, wanted)
    const message =
      uid === undefined
        ? undefined
        : await client.fetchOne(String(uid), { uid: true, bodyStructure: true }, { uid: true })
    const node = message ? partIn(message.bodyStructure, wanted.part) : undefined
    if (uid === undefined || !node) {
      end()
      return undefined
    }
    return read(client, uid, wanted.part, node.encoding?.toLowerCase() ?? '7bit', end)
  } catch (error) {
    end()
    throw error
  }
}

async function find(client: ImapFlow, { place, messageId }: FileAddress): Promise<number | undefined> {
  const folders = chooseFolders(await client.list(), isGmail(client))
  const first = folders.find(folder => folder.path === place.folder)
  if (first) {
    const opened = await client.mailboxOpen(first.path, { readOnly: true })
    if (
      String(opened.uidValidity) === place.uidValidity &&
      (await client.fetchOne(String(place.uid), { uid: true }, { uid: true }))
    )
      return place.uid
  }
  if (messageId === undefined) return undefined
  for (const folder of folders) {
    await client.mailboxOpen(folder.path, { readOnly: true })
    const [uid] = await findByMessageId(client, messageId)
    if (uid !== undefined) return uid
  }
  return undefined
}

function partIn(node: MessageStructureObject | undefined, part: string): MessageStructureObject | undefined {
  if (!node) return undefined
  if ((node.part ?? '1') === part && !node.childNodes?.length) return node
  if (node.part === part) return node
  for (const child of node.childNodes ?? []) {
    const found = partIn(child, part)
    if (found) return found
  }
  return undefined
}

async function* read(
  client: ImapFlow,
  uid: number,
  part: string,
  encoding: string,
  end: () => void,
): AsyncGenerator<Uint8Array> {
  let rest = Buffer.alloc(0)
  try {
    for (let at = 0; ; at += chunkBytes) {
      const message = await client.fetchOne(
        String(uid),
        { uid: true, bodyParts: [{ key: part, start: at, maxLength: chunkBytes }] },
        { uid: true },
      )
      const chunk = (message ? message.bodyParts?.get(part) : undefined) ?? Buffer.alloc(0)
      const last = chunk.length < chunkBytes
      const given = Buffer.concat([rest, chunk])
      const cut = last ? given.length : wholeUntil(given, encoding)
      if (cut > 0)
        yield decodeTransfer(encoding === 'base64' ? aligned(given.subarray(0, cut)) : given.subarray(0, cut), encoding)
      rest =
        encoding === 'base64' && !last
          ? Buffer.concat([leftover(given.subarray(0, cut)), given.subarray(cut)])
          : given.subarray(cut)
      if (last) return
    }
  } finally {
    end()
  }
}

/** Lines are not cut: a code of either encoding never goes over a line's end. */
function wholeUntil(bytes: Buffer, encoding: string): number {
  if (encoding !== 'base64' && encoding !== 'quoted-printable') return bytes.length
  const end = bytes.lastIndexOf(0x0a)
  return end < 0 ? 0 : end + 1
}

const plain = (bytes: Buffer): string => bytes.toString('latin1').replaceAll(/[^A-Za-z0-9+/=]/g, '')

/** Whole groups of four; senders break lines anywhere. */
function aligned(bytes: Buffer): Buffer {
  const text = plain(bytes)
  return Buffer.from(text.slice(0, text.length - (text.length % 4)), 'latin1')
}

function leftover(bytes: Buffer): Buffer {
  const text = plain(bytes)
  return Buffer.from(text.slice(text.length - (text.length % 4)), 'latin1')
}
