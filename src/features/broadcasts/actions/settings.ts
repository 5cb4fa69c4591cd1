import { audit } from '#features/accounts/index.ts'
import { done, type Result, refuse } from '#kernel/result.ts'
import type { Caller } from '#kernel/roles.ts'
import { newDkimKey } from '#platform/mail/dkim.ts'
import { connectSmtp, SmtpFailure } from '#platform/mail/smtp.ts'
import { inWorkspace } from '#storage/database.ts'
import type { Check } from '../model/checks.ts'
import { readAllFigures } from '../store/deliveries.ts'
import { findMailSettings, type MailSettings, saveMailSettings, updateChecks } from '../store/settings.ts'
import type { SettingsRequest } from '../wire.ts'
import { checkMail, wantedRecords } from './checks.ts'
import type { BroadcastsDeps } from './deps.ts'
import { sealedAt, serverOf } from './sender.ts'

export type SettingsRefusal = { code: 'no-settings' } | { code: 'plain-only-here' }

export function readSettings(deps: Pick<BroadcastsDeps, 'db'>, { workspace }: Caller) {
  return inWorkspace(deps.db, workspace, async tx => {
    const settings = await findMailSettings(tx, workspace)
    return { settings, records: settings ? wantedRecords(settings) : [] }
  })
}

const loopback = /^(localhost|127(\.\d{1,3}){3}|::1)$/i

/** The keys that sign are made once and stay; a password that is not given stays too. */
export async function changeSettings(
  deps: Pick<BroadcastsDeps, 'db' | 'clock' | 'vault'>,
  caller: Caller,
  input: SettingsRequest,
): Promise<Result<MailSettings, SettingsRefusal>> {
  const { workspace } = caller
  const { password, ...given } = input
  if (given.security === 'plain' && !loopback.test(given.host)) return refuse({ code: 'plain-only-here' })
  const known = await inWorkspace(deps.db, workspace, tx => findMailSettings(tx, workspace))
  const keys = known ?? (await freshKeys(deps, workspace))
  return inWorkspace(deps.db, workspace, async (tx): Promise<Result<MailSettings, SettingsRefusal>> => {
    const now = deps.clock.now()
    const sealed =
      password === undefined
        ? (known?.passwordSealed ?? null)
        : password === ''
          ? null
          : deps.vault.seal(password, sealedAt(workspace, 'password'))
    const { selector, rsaSealed, rsaPublic, edSealed, edPublic } = keys
    await saveMailSettings(
      tx,
      {
        ...given,
        host: given.host.toLowerCase(),
        fromName: given.fromName.trim(),
        imprint: given.imprint.trim(),
        workspace,
        passwordSealed: sealed,
        selector,
        rsaSealed,
        rsaPublic,
        edSealed,
        edPublic,
      },
      now,
    )
    await audit(tx, { caller, at: now, action: 'list-mail.changed', detail: { host: given.host } })
    const saved = await findMailSettings(tx, workspace)
    return saved ? done(saved) : refuse({ code: 'no-settings' })
  })
}

async function freshKeys({ vault }: Pick<BroadcastsDeps, 'vault'>, workspace: Caller['workspace']) {
  const [rsa, ed] = await Promise.all([newDkimKey('rsa'), newDkimKey('ed25519')])
  return {
    selector: 'kith',
    rsaSealed: vault.seal(rsa.privatePem, sealedAt(workspace, 'dkim-rsa')),
    rsaPublic: rsa.publicText,
    edSealed: vault.seal(ed.privatePem, sealedAt(workspace, 'dkim-ed25519')),
    edPublic: ed.publicText,
  }
}

/** Connects and logs in without sending. */
export async function trySettings(
  deps: Pick<BroadcastsDeps, 'db' | 'vault' | 'reach'>,
  { workspace }: Caller,
): Promise<Result<{ ok: boolean; text: string }, SettingsRefusal>> {
  const settings = await inWorkspace(deps.db, workspace, tx => findMailSettings(tx, workspace))
  if (!settings) return refuse({ code: 'no-settings' })
  try {
    await using _ = await connectSmtp(serverOf(deps, settings), { reach: deps.reach })
    return done({ ok: true, text: settings.host })
  } catch (error) {
    if (error instanceof SmtpFailure) return done({ ok: false, text: error.message })
    throw error
  }
}

/** Looks into DNS and at what became of the last 30 days' mails; what was found is kept. */
export async function runChecks(
  deps: Pick<BroadcastsDeps, 'db' | 'clock' | 'dns'>,
  workspace: Caller['workspace'],
): Promise<Result<readonly Check[], SettingsRefusal>> {
  const { settings, figures } = await inWorkspace(deps.db, workspace, async tx => ({
    settings: await findMailSettings(tx, workspace),
    figures: await readAllFigures(tx, workspace, new Date(deps.clock.now().getTime() - 30 * 86_400_000)),
  }))
  if (!settings) return refuse({ code: 'no-settings' })
  const checks = await checkMail(deps.dns, settings, figures)
  await inWorkspace(deps.db, workspace, tx => updateChecks(tx, workspace, checks, deps.clock.now()))
  return done(checks)
}
