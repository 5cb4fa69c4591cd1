import { addContactPoint, addMessengerProfile, contactAddress, findSuppressed } from '#features/people/index.ts'
import { recordTouches } from '#features/relationships/index.ts'
import { importFile } from '#features/sourcing/index.ts'
import type { ByteSource, Importer, ImportRecord } from '#importers/contract.ts'
import { type ApplicationId, newId, type UserId, type WorkspaceId } from '#kernel/ids.ts'
import { done, type Result, refuse } from '#kernel/result.ts'
import { tellBrowsers } from '#platform/live.ts'
import { enqueue } from '#platform/tasks.ts'
import { inWorkspace, type Transaction } from '#storage/database.ts'
import type { ApplyDeps, OpeningDeps } from '../deps.ts'
import { personApplied } from '../events.ts'
import { resumeKindOf, resumeLimitBytes, resumeName } from '../resume-file.ts'
import {
  countReferralCodes,
  countReferralVisit,
  findResume,
  hasReferralCode,
  insertApplication,
  insertResume,
  type StoredResume,
  updateResumeState,
} from '../store/applications.ts'
import type { Opening } from '../store/openings.ts'
import { readResumeTask } from '../task-kinds.ts'
import { considerOne } from './hiring/consider.ts'
import { dayOf } from './manage.ts'

export type FormField = 'name' | 'email' | 'consent' | 'resume'
export type ApplyRefusal = { code: 'missing' | 'no-email' | 'too-large' | 'no-resume-type'; field: FormField }

export type Form = {
  name: string
  email: string
  phone: string
  message: string
  consent: boolean
  /** Typed where no person types: said thanks to, and kept nowhere. */
  trap: string
  referral: string | null
  resume: { name: string; bytes: Uint8Array } | undefined
}

/**
 * Makes a person of the form, who asked about work: *interested*. Whoever was erased or asked to be left alone and applies now is
 * kept as an application without a person, for a recruiter to look at.
 */
export async function apply(
  deps: ApplyDeps,
  opening: Opening,
  form: Form,
  consentWording: string,
): Promise<Result<{ application: ApplicationId | undefined }, ApplyRefusal>> {
  const name = form.name.trim().replaceAll(/\s+/g, ' ').slice(0, 120)
  const email = form.email.trim().slice(0, 254)
  if (name === '') return refuse({ code: 'missing', field: 'name' })
  const address = contactAddress('email', email)
  if (!address) return refuse({ code: 'no-email', field: 'email' })
  if (!form.consent) return refuse({ code: 'missing', field: 'consent' })
  if (form.resume && form.resume.bytes.length > resumeLimitBytes) return refuse({ code: 'too-large', field: 'resume' })
  const kind = form.resume && resumeKindOf(form.resume.bytes)
  if (form.resume && !kind) return refuse({ code: 'no-resume-type', field: 'resume' })
  if (form.trap !== '') return done({ application: undefined })
  const { workspace } = opening
  const now = deps.clock.now()
  const application = newId<'Application'>(now.getTime())
  await inWorkspace(deps.db, workspace, async tx => {
    const suppressed = await findSuppressed(tx, deps.touches, workspace, [address])
    const person = suppressed.size > 0 ? null : await personOf(tx, opening, { name, email, phone: form.phone }, now)
    await insertApplication(tx, workspace, {
      id: application,
      opening: opening.id,
      person,
      name,
      email,
      phone: form.phone.trim().slice(0, 40),
      message: form.message.trim().slice(0, 4_000),
      referral: form.referral,
      consentWording,
      consentLang: opening.lang,
      at: now,
    })
    if (person) {
      await recordTouches(
        tx,
        deps.touches,
        workspace,
        [
          {
            person,
            user: opening.owner,
            kind: 'asked-about-work',
            tool: 'job-board',
            surface: 'board',
            at: now,
            key: `application:${application}`,
            detail: {
              opening: opening.id,
              title: opening.title,
              ...(form.referral ? { referral: form.referral } : {}),
            },
            campaign: opening.id,
          },
        ],
        now,
      )
      const opened = { workspace, opening: opening.id, person, at: now }
      await considerOne(tx, deps, { ...opened, source: 'application', user: null })
      await deps.touches.events.announce(tx, personApplied, { ...opened, application, referral: form.referral })
    }
    if (form.resume && kind) {
      const { bytes } = form.resume
      await insertResume(tx, workspace, application, {
        name: resumeName(form.resume.name, kind),
        type: kind.type,
        bytes,
      })
      if (person) await enqueue(tx, readResumeTask, application, { workspace, application, user: opening.owner })
    }
    tellBrowsers(tx, workspace, { kind: 'openings.changed', payload: { opening: opening.id } })
  })
  deps.answers?.forget(workspace)
  return done({ application })
}

async function personOf(
  tx: Transaction,
  opening: Opening,
  given: { name: string; email: string; phone: string },
  now: Date,
) {
  const { workspace, owner } = opening
  const source = `applied: ${opening.title}`
  const made = await addMessengerProfile(tx, {
    workspace,
    user: owner,
    tool: 'email',
    address: given.email.toLowerCase(),
    name: given.name,
    source,
    lawfulBasis: 'consent',
    now,
  })
  if (!made.ok) throw new Error(`could not be added: ${made.refusal.code}`)
  const { person } = made.value
  await addContactPoint(tx, { workspace, person, kind: 'email', value: given.email, source, now })
  if (given.phone.trim() !== '')
    await addContactPoint(tx, { workspace, person, kind: 'phone', value: given.phone, source, now })
  return person
}

const oneSource = (name: string, bytes: Uint8Array): ByteSource => ({
  name,
  size: bytes.length,
  read: async (start, end) => bytes.subarray(start, end),
  async *stream() {
    yield bytes
  },
})

/** A stranger's file is one person's: nothing else of it is read, and whose it is the form said. */
const onlyApplicant = (importer: Importer, resume: StoredResume): Importer => ({
  ...importer,
  async *read(source, options): AsyncIterable<ImportRecord> {
    for await (const record of importer.read(source, options))
      if (record.kind === 'person') {
        const { person } = record
        yield {
          ...record,
          person: { ...person, fullName: resume.applicant, emails: [resume.email.toLowerCase()], phones: [] },
        }
        return
      } else if (record.kind === 'rejected') yield record
  },
})

/** Through the importers, like a file that a recruiter brings: positions and skills stand on the person, and can be undone whole. */
export async function readResume(
  deps: ApplyDeps,
  at: { workspace: WorkspaceId; application: ApplicationId; user: UserId },
  signal: AbortSignal,
): Promise<void> {
  const { workspace, application, user } = at
  const resume = await inWorkspace(deps.db, workspace, tx => findResume(tx, workspace, application))
  if (resume?.state !== 'waiting') return
  const imported = await importFile(
    {
      db: deps.db,
      clock: deps.clock,
      events: deps.touches.events,
      suppressionKey: deps.touches.suppressionKey,
      recogniseFile: async source => {
        const found = await deps.recogniseFile(source)
        return found?.importer.format.startsWith('resume-')
          ? { ...found, importer: onlyApplicant(found.importer, resume) }
          : undefined
      },
    },
    { workspace, user, source: oneSource(resume.name, resume.bytes), signal },
  )
  const state = imported.ok && imported.value.created_count + imported.value.changed_count > 0 ? 'read' : 'unreadable'
  await inWorkspace(deps.db, workspace, async tx => {
    await updateResumeState(tx, workspace, application, state)
    tellBrowsers(tx, workspace, { kind: 'openings.changed', payload: {} })
  })
}

export function readResumeFile(
  deps: Pick<OpeningDeps, 'db'>,
  workspace: WorkspaceId,
  application: ApplicationId,
): Promise<StoredResume | undefined> {
  return inWorkspace(deps.db, workspace, tx => findResume(tx, workspace, application))
}

const mostCodes = 500

/** Codes are letters, digits and dashes; undefined when the address has none. */
export const referralFrom = (code: string | undefined): string | null =>
  code !== undefined && /^[\w-]{1,40}$/.test(code) ? code : null

/** A number per code and day; nothing of who came. */
export function countReferral(deps: OpeningDeps, opening: Opening, code: string): Promise<void> {
  const { workspace, id } = opening
  return inWorkspace(deps.db, workspace, async tx => {
    const isKnown = await hasReferralCode(tx, workspace, id, code)
    if (!isKnown && (await countReferralCodes(tx, workspace, id)) >= mostCodes) return
    await countReferralVisit(tx, workspace, { opening: id, code, on: dayOf(deps.clock.now()) })
  })
}
