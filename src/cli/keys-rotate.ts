import { openKith } from '#cli/open-database.ts'
import { addKey, dropKeys } from '#platform/secrets.ts'
import type { Settings } from '#platform/settings.ts'
import { resealAll } from '#storage/sealed.ts'

/**
 * `kith keys rotate`: a fresh key, and every stored secret sealed again with it. Running servers read both. `dropOld` forgets the
 * earlier keys, once every node was started again.
 */
export async function rotateKeys(
  settings: Settings,
  options: { dropOld?: boolean; json?: boolean },
  io: { out(text: string): void; err(text: string): void },
): Promise<0> {
  await using kith = await openKith(settings)
  const keyring = await addKey(settings.keyFile)
  const resealed = await resealAll(kith.db, keyring)
  if (options.dropOld) await dropKeys(settings.keyFile)
  if (options.json)
    io.out(`${JSON.stringify({ key: keyring.currentKey, resealed, dropped: options.dropOld === true })}\n`)
  else {
    io.err(
      `The current key is ${keyring.currentKey}; ${resealed} secrets were sealed again. Save ${settings.keyFile}.\n`,
    )
    if (!options.dropOld)
      io.err('Earlier keys are kept. Restart every Kith, then run "kith keys rotate --drop-old" to forget them.\n')
  }
  return 0
}
