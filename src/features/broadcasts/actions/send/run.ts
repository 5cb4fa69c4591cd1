import type { WorkspaceId } from '#kernel/ids.ts'
import { SmtpFailure } from '#platform/mail/smtp.ts'
import type { Compiled } from '../../render/mail-html.ts'
import type { Issue } from '../../store/issues.ts'
import type { List } from '../../store/lists.ts'
import type { MailSettings } from '../../store/settings.ts'
import type { BroadcastsDeps } from '../deps.ts'

export type SendDeps = Pick<
  BroadcastsDeps,
  'db' | 'clock' | 'vault' | 'publicUrl' | 'listKey' | 'reach' | 'outgoing' | 'touches'
>

/** One going through the readers of an issue. */
export type Run = {
  workspace: WorkspaceId
  issue: Issue
  list: List
  settings: MailSettings
  compiled: Compiled
  node: string
  /** Where the addresses in its mails begin. */
  base: string
}

const mending = new Set<SmtpFailure['code']>(['auth', 'tls', 'address'])

/** What no trying again mends: somebody has to look at the settings. */
export const needsMending = (error: unknown): error is SmtpFailure =>
  error instanceof SmtpFailure && mending.has(error.code)
