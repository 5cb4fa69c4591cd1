import type { EducationRecord, PositionRecord } from '#importers/contract.ts'
import type { HtmlParent } from '../../html/tree.ts'
import { filled } from '../../people.ts'
import { findFirst, firstLine, linesOf } from './find.ts'
import { silentPage, type ToolPage } from './tool-page.ts'

/** The lines of the introduction, in the languages that we know them in; the classes say nothing. */
const works =
  /^(?:(?<title>.{2,60}?) (?:at|bei|chez|en) |(?:works|working|arbeitet|travaille|trabaja) (?:at|bei|chez|en) )(?<firm>.{2,80})$/iu
const worked =
  /^(?:former (?<was>.{2,60}?) at|worked at|hat bei|früher bei|a travaillé chez|trabajó en) (?<firm>.{2,80}?)(?: gearbeitet)?$/iu
const studied =
  /^(?:studied (?:(?<field>.{2,60}?) )?at|studies at|went to|hat an? (?:der )?|studiert(?:e)? an? (?:der )?|a étudié à|estudió en) ?(?<school>.{2,80}?)(?: studiert| besucht)?$/iu
const lives = /^(?:lives in|wohnt in|habite à|vive en) (?<place>.{2,80})$/iu

/** A personal profile: its name and the lines of the introduction. */
export function readFacebook(root: HtmlParent): ToolPage {
  const main = findFirst(root, { attribute: ['role', 'main'] }, { tag: 'main' }) ?? root
  const positions: PositionRecord[] = []
  const education: EducationRecord[] = []
  let place: string | null = null
  for (const line of linesOf(main).slice(0, 400)) {
    const was = worked.exec(line)?.groups
    const school = studied.exec(line)?.groups
    const home = lives.exec(line)?.groups
    if (home?.place) place ??= home.place
    else if (school?.school) education.push({ school: school.school, ...filled('field', school.field) })
    else if (was?.firm) positions.push({ ...filled('title', was.was), organisation: was.firm, current: false })
    else if (line.length < 120 && !/[.!?]$/.test(line) && positions.length < 10) {
      const is = works.exec(line)?.groups
      if (is?.firm && /^\p{Lu}|\d/u.test(is.firm))
        positions.push({ ...filled('title', is.title), organisation: is.firm, current: true })
    }
  }
  return {
    ...silentPage,
    name: firstLine(main, { tag: 'h1' }) ?? firstLine(root, { tag: 'h1' }),
    place,
    positions: positions.slice(0, 10),
    education: education.slice(0, 10),
  }
}
