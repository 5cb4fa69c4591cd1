import { changePage, createPage } from '#features/campaigns/index.ts'
import type { Caller } from '#kernel/roles.ts'
import { inWorkspace } from '#storage/database.ts'
import type { SampleDeps } from '../../deps.ts'
import { landing } from '../../model/landing.ts'
import { findWebsiteChat, type Load } from '../../store.ts'
import type { Scope } from './scope.ts'

/** A published landing page on the workspace's own website chat, so that the chat on it really works. */
export async function makePage(
  deps: SampleDeps,
  scope: Pick<Scope, 'workspace' | 'user'>,
): Promise<Pick<Load, 'page' | 'chat'>> {
  const caller: Caller = { workspace: scope.workspace, user: scope.user, role: 'admin' }
  const look = () => inWorkspace(deps.db, scope.workspace, tx => findWebsiteChat(tx, scope.workspace))
  const before = await look()
  const page = await createPage(deps.pages, caller, { title: landing.title })
  const { title: _, ...content } = landing
  await changePage(deps.pages, caller, page, { content, published: true })
  return { page, chat: before ? null : ((await look()) ?? null) }
}
