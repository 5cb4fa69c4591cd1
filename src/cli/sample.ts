import { addUser, findUsersByEmail, inWords } from '#features/accounts/index.ts'
import { hearForActivity } from '#features/activity/index.ts'
import { hearForConversations } from '#features/conversations/index.ts'
import { asksAboutWork, isDecline, isIntroduction, tellLanguage } from '#features/etiquette/model.ts'
import { hearForRelationships } from '#features/relationships/index.ts'
import { optsOut } from '#features/relationships/model.ts'
import { findFirstOwner, loadSampleNow, removeSample, type SampleDeps } from '#features/sample/index.ts'
import { sampleSizes } from '#features/sample/model.ts'
import { systemClock } from '#kernel/clock.ts'
import type { Caller } from '#kernel/roles.ts'
import { createEvents } from '#platform/events.ts'
import { installationKey } from '#platform/installation.ts'
import { newToken, openKeyring } from '#platform/secrets.ts'
import type { Settings } from '#platform/settings.ts'
import type { Database } from '#storage/database.ts'
import { openKith } from './open-database.ts'

export type SampleOptions = { people?: number; remove?: boolean; json?: boolean }
type Io = { out(text: string): void; err(text: string): void }

const demo = { name: 'Mara Lind', email: 'mara@kith.example', workspaceName: 'Sample team' }

/** `kith sample [--people n] [--remove]` for the first team; makes one with an owner when there is none. Gives the exit code. */
export async function sample(settings: Settings, options: SampleOptions, io: Io): Promise<0 | 1> {
  const { people } = options
  if (people !== undefined && (people < sampleSizes.fewestPeople || people > sampleSizes.mostPeople)) {
    io.err(`Give a number of people from ${sampleSizes.fewestPeople} to ${sampleSizes.mostPeople}.\n`)
    return 1
  }
  await using kith = await openKith(settings)
  const keyring = await openKeyring(settings.keyFile)
  const deps = await sampleDeps(kith.db, settings, await installationKey(kith.db, keyring, 'suppression'))
  if (options.remove) return await remove(deps, options, io)
  const owner = (await findFirstOwner(deps)) ?? (await makeOwner(deps, io))
  if (!owner) return 1
  const began = performance.now()
  const outcome = await loadSampleNow(deps, owner, people === undefined ? {} : { people })
  const seconds = ((performance.now() - began) / 1_000).toFixed(1)
  if (options.json) io.out(`${JSON.stringify(outcome)}\n`)
  else
    io.out(
      outcome.loaded
        ? `${outcome.people} invented people are there (${seconds} s). Remove them with \`kith sample --remove\` or in Kith itself.\n`
        : 'Sample data is being loaded by a running Kith. Look there.\n',
    )
  return 0
}

async function remove(deps: SampleDeps, options: SampleOptions, io: Io): Promise<0 | 1> {
  const owner = await findFirstOwner(deps)
  const { people } = owner ? await removeSample(deps, owner) : { people: 0 }
  if (options.json) io.out(`${JSON.stringify({ people })}\n`)
  else
    io.out(
      people === 0 ? 'There was no sample data.\n' : `${people} sample people are gone, with what was added to them.\n`,
    )
  return 0
}

async function sampleDeps(db: Database, settings: Settings, suppressionKey: Uint8Array): Promise<SampleDeps> {
  const events = createEvents()
  const touches = {
    events,
    suppressionKey,
    readText: { introduces: isIntroduction, asksAboutWork, declines: isDecline, optsOut },
  }
  hearForActivity(events, tellLanguage)
  hearForRelationships(touches)
  hearForConversations(events)
  const publicUrl = new URL(settings.publicUrl).origin
  const pages = { db, clock: systemClock, publicUrl, refreshSessions: async () => undefined }
  return { db, clock: systemClock, touches, pages }
}

/** The password is made here and shown once. */
async function makeOwner(deps: SampleDeps, io: Io): Promise<Caller | undefined> {
  const password = newToken().slice(0, 20)
  const added = await addUser(deps, { ...demo, role: 'owner', password })
  if (!added.ok) {
    io.err(`${inWords(added.refusal)}\n`)
    return undefined
  }
  io.err(
    `Made the team “${demo.workspaceName}”. Sign in as ${demo.email} with the password ${password} (shown once).\n`,
  )
  const [user] = await findUsersByEmail(deps, demo.email)
  return user && { workspace: added.value.workspace, user: added.value.user, role: added.value.role }
}
