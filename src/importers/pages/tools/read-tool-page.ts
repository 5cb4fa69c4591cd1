import type { HtmlParent } from '../../html/tree.ts'
import type { Account } from '../../profiles.ts'
import { readFacebook } from './facebook.ts'
import { readGitHub } from './github.ts'
import { readLinkedIn } from './linkedin.ts'
import { readMySpace } from './myspace.ts'
import { saysAnything, type ToolPage } from './tool-page.ts'
import { readX } from './x.ts'

function read(page: HtmlParent, account: Account): ToolPage | undefined {
  switch (account.tool) {
    case 'linkedin':
      return readLinkedIn(page)
    case 'github':
      return readGitHub(page)
    case 'twitter':
      return readX(page, account.handle)
    case 'facebook':
      return readFacebook(page)
    case 'myspace':
      return readMySpace(page)
    default:
      return undefined
  }
}

/** What the page of an account says in its tool's own layout; undefined where no layout is known or nothing was understood. */
export function readToolPage(page: HtmlParent, account: Account): ToolPage | undefined {
  const found = read(page, account)
  return found && saysAnything(found) ? found : undefined
}
