import { pageKey, profileAddress, recogniseProfile } from '#kernel/profile-urls.ts'
import type { ToolId } from '#kernel/tools.ts'

/** Something somebody published, as far as it can name others. */
export type Named = { tool: ToolId; text: string; html: string | null }

/** Whom an item speaks of: an account on a tool, or a page. `how`: called by name, or linked to. */
export type Spoken = { how: 'mention' | 'link'; tool: ToolId; key: string }

const handle = /(?:^|[\s(>"'])@([\p{L}\d_][\p{L}\d_.-]*(?:@[\w-]+(?:\.[\w-]+)+)?)/gu
const links = /https?:\/\/[^\s"'<>)\]]+/g
/** Tools on which `@name` in a text names an account of that tool. */
const namesByHandle: ReadonlySet<ToolId> = new Set([
  'mastodon',
  'bluesky',
  'twitter',
  'github',
  'instagram',
  'telegram',
  'matrix',
  'linkedin',
])
const most = 40

/** The accounts and pages an item names, each once, at most forty of them. */
export function spokenOf({ tool, text, html }: Named): Spoken[] {
  const found = new Map<string, Spoken>()
  const add = (how: Spoken['how'], toTool: ToolId, key: string) => {
    const id = `${toTool} ${key}`
    if (found.size < most && !found.has(id)) found.set(id, { how, tool: toTool, key })
  }
  if (namesByHandle.has(tool))
    for (const [, name = ''] of text.matchAll(handle)) {
      const bare = name.replace(/[.-]+$/, '')
      const address = profileAddress(tool, { handle: bare })
      if (address) add('mention', tool, address.key)
    }
  for (const [address] of `${text} ${html ?? ''}`.matchAll(links)) {
    const url = address.replace(/&amp;/g, '&').replace(/[.,;:!?]+$/, '')
    const profile = recogniseProfile(url)
    if (profile) add(profile.tool === tool ? 'mention' : 'link', profile.tool, profile.key)
    const page = pageKey(url)
    if (!page) continue
    // A page of a blog is its author's: by its host, or by the folder that it stands in.
    const parts = page.split('/')
    add('link', 'blog', parts[0] ?? '')
    if (parts.length > 1) add('link', 'blog', parts.slice(0, 2).join('/'))
  }
  return [...found.values()]
}
