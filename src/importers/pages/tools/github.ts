import type { HtmlParent } from '../../html/tree.ts'
import { attribute } from '../../html/tree.ts'
import { filled } from '../../people.ts'
import { findAll, findFirst, firstLine, lineOf } from './find.ts'
import { silentPage, type ToolPage } from './tool-page.ts'

const hrefOf = (element: Parameters<typeof attribute>[0] | undefined) =>
  element ? attribute(element, 'href') : undefined

/** A user's page: the card on the left, pinned repositories on the right. */
export function readGitHub(root: HtmlParent): ToolPage {
  const organisation = firstLine(root, { class: 'p-org' }, { attribute: ['itemprop', 'worksFor'] })
  const about = firstLine(root, { class: 'user-profile-bio' }, { class: 'p-note' })
  const links = [
    ...findAll(root, { attribute: ['itemprop', 'url'] }),
    ...findAll(root, { attribute: ['itemprop', 'social'] }),
  ]
  const urls = links.flatMap(part => {
    const link = part.tagName === 'a' ? part : findFirst(part, { tag: 'a' })
    return hrefOf(link) ?? []
  })
  return {
    ...silentPage,
    name: firstLine(root, { class: 'p-name' }, { class: 'vcard-fullname' }, { class: 'p-nickname' }),
    headline: about,
    place: firstLine(root, { class: 'p-label' }, { attribute: ['itemprop', 'homeLocation'] }),
    about,
    positions: organisation ? [{ ...filled('organisation', organisation.replace(/^@/, '')), current: true }] : [],
    skills: [
      ...new Set(
        findAll(root, { attribute: ['itemprop', 'programmingLanguage'] })
          .map(lineOf)
          .filter(line => line !== null),
      ),
    ],
    urls,
  }
}
