import { escapeHtml } from '#kernel/html.ts'
import type { WorkspaceId } from '#kernel/ids.ts'
import { connectSmtp, type SmtpReply, type Watch } from '#platform/mail/smtp.ts'
import { inWorkspace, type Transaction } from '#storage/database.ts'
import { pressFor } from '../render/letter.ts'
import { findMailSettings } from '../store/settings.ts'
import type { BroadcastsDeps } from './deps.ts'
import { domainOf, senderFor, serverOf } from './sender.ts'

export type NoticeDeps = Pick<BroadcastsDeps, 'db' | 'clock' | 'vault' | 'publicUrl' | 'listKey' | 'reach'>
export type Notice = {
  email: string
  name: string
  lang: 'en' | 'de'
  subject: string
  /** Lines as they are read; the other form of the mail shows the same. */
  text: string
  /** The same for every try. */
  id: string
  stopUrl: string
}

/** Whether there is a way out for mail of this workspace. */
export async function canSendMail(tx: Transaction, workspace: WorkspaceId): Promise<boolean> {
  return (await findMailSettings(tx, workspace)) !== undefined
}

/** One mail of ours to one of the team. Undefined: no way out is set up. Rejects with a SmtpFailure when the connection broke. */
export async function sendNotice(
  deps: NoticeDeps,
  workspace: WorkspaceId,
  notice: Notice,
  watch: Watch,
  signal: AbortSignal,
): Promise<SmtpReply | undefined> {
  const settings = await inWorkspace(deps.db, workspace, tx => findMailSettings(tx, workspace))
  if (!settings) return undefined
  const { email, name, lang, subject, text, id, stopUrl } = notice
  const html = `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><meta name="color-scheme" content="light dark"><title>${escapeHtml(subject)}</title></head>
<body><div style="font:15px/1.5 system-ui,sans-serif;white-space:pre-wrap;max-width:44em">${linked(escapeHtml(text))}</div></body></html>`
  const sender = { ...senderFor(deps, deps.publicUrl, settings, undefined), stopUrl }
  const letter = pressFor({ html, text, subject, links: [] }, sender)
  const data = await letter.letter(
    { email, name, web: '', back: '' },
    deps.clock.now(),
    `${id}@${domainOf(settings.fromAddress)}`,
  )
  await using connection = await connectSmtp(serverOf(deps, settings), { reach: deps.reach, signal })
  return await connection.send({ from: settings.returnAddress, to: email, data, watch })
}

const linked = (text: string) => text.replaceAll(/https?:\/\/[^\s<]+/g, url => `<a href="${url}">${url}</a>`)
