import { createHmac } from 'node:crypto'
import type { WorkspaceId } from '#kernel/ids.ts'
import type { ToolId } from '#kernel/tools.ts'
import type { Transaction } from '#storage/database.ts'
import { type ContactKind, contactKey } from './model/contact.ts'
import { listSuppressed } from './store/suppressions.ts'

/** `key`: at least 32 secret bytes of the installation. With another key nothing suppressed is found any more. */
export type SuppressionKey = { readonly suppressionKey: Uint8Array }

export function suppressionHash({ suppressionKey }: SuppressionKey, workspace: WorkspaceId, address: string): Buffer {
  return createHmac('sha256', suppressionKey).update(`${workspace}:${address}`).digest()
}

/** The hashed form of a contact point; undefined when the value is no such address. */
export function contactAddress(kind: ContactKind, value: string): string | undefined {
  const key = contactKey(kind, value)
  return key && `${kind}:${key}`
}

/** The hashed form of a profile; its key as `profileAddress` of the kernel gives it. */
export const toolAddress = (tool: ToolId, profileKey: string) => `${tool}:${profileKey}`

/** Which of `addresses` belong to someone erased or do-not-contact. For one import row or a whole batch. */
export function findSuppressed(
  tx: Transaction,
  deps: SuppressionKey,
  workspace: WorkspaceId,
  addresses: readonly string[],
): Promise<Map<string, 'erased' | 'do-not-contact'>> {
  const hashes = new Map(addresses.map(address => [address, suppressionHash(deps, workspace, address)]))
  return findSuppressedHashes(tx, workspace, hashes)
}

/** The same for addresses that were hashed before. */
export async function findSuppressedHashes(
  tx: Transaction,
  workspace: WorkspaceId,
  hashes: ReadonlyMap<string, Buffer>,
): Promise<Map<string, 'erased' | 'do-not-contact'>> {
  const known = await listSuppressed(tx, workspace, [...hashes.values()])
  return new Map(
    [...hashes].flatMap(([address, hash]) => {
      const reason = known.get(hash.toString('hex'))
      return reason ? [[address, reason] as const] : []
    }),
  )
}
