import type { HtmlParent } from '../../html/tree.ts'
import { findFirst, firstLine, lineOf, linesOf } from './find.ts'
import { silentPage, type ToolPage } from './tool-page.ts'

/** `29 years old`, `Female`, `Last Login: 1/2/2008`: what stands beside the picture besides the place. */
const noPlace =
  /years old|jahre alt|last login|letzter login|^(?:fe)?male$|^männlich$|^weiblich$|^view my|^"|"$|^:|^online/i

/** The layouts of MySpace: that of today and that of its great years, which saved pages still have. */
export function readMySpace(root: HtmlParent): ToolPage {
  const beside = findFirst(root, { class: 'profileInfo' })
  const old = firstLine(root, { class: 'nametext' })
  const cells =
    old === null ? [] : linesOf(findFirst(root, { tag: 'td', class: 'text', attribute: ['width', '193'] }) ?? beside)
  const oldPlace = cells.filter(line => !noPlace.test(line) && line !== old)
  return {
    ...silentPage,
    name: old ?? firstLine(root, { class: 'profileName' }, { tag: 'h1' }),
    headline: firstLine(root, { class: 'headline' }, { class: 'topName' }),
    place:
      firstLine(root, { class: 'location_white' }, { class: 'location' }, { id: 'profileLocation' }) ??
      (oldPlace.slice(0, 2).join(', ') || null),
    about: lineOf(findFirst(root, { class: 'blurbs' }, { class: 'bio' }, { id: 'bio' }, { class: 'aboutMe' })),
  }
}
