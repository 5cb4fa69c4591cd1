import { parseFeedDate } from '../../feeds/dates.ts'
import { escapeText } from '../../html/sanitise.ts'
import { attribute, type HtmlParent } from '../../html/tree.ts'
import { findAll, findFirst, firstLine, linesOf } from './find.ts'
import { blankEntry, silentPage, type ToolPage } from './tool-page.ts'

const testId = (id: string) => ({ attribute: ['data-testid', id] as const })

/** A profile page of X: the header and the posts in view. Posts of others that were passed on are left out. */
export function readX(root: HtmlParent, handle: string): ToolPage {
  const [name = null] = linesOf(findFirst(root, testId('UserName')))
  const link = findFirst(findFirst(root, testId('UserUrl')) ?? { ...root, childNodes: [] }, { tag: 'a' })
  const about = firstLine(root, testId('UserDescription'))
  const entries = findAll(root, { tag: 'article', ...testId('tweet') }).flatMap(tweet => {
    const time = findFirst(tweet, { tag: 'time' })
    const status = findAll(tweet, { tag: 'a', attribute: ['href', '/status/'] }).map(
      each => attribute(each, 'href') ?? '',
    )[0]
    const found = /^(?:https?:\/\/(?:x|twitter)\.com)?\/(\w+)\/status\/(\d+)/i.exec(status ?? '')
    const text = linesOf(findFirst(tweet, testId('tweetText'))).join('\n')
    if (!found || text === '' || found[1]?.toLowerCase() !== handle.toLowerCase()) return []
    const url = `https://x.com/${found[1]}/status/${found[2]}`
    return [
      {
        ...blankEntry,
        id: url,
        link: url,
        publishedAt: parseFeedDate(time ? attribute(time, 'datetime') : null),
        contentHtml: escapeText(text).replaceAll('\n', '<br>'),
      },
    ]
  })
  return {
    ...silentPage,
    name,
    headline: about,
    place: firstLine(root, testId('UserLocation')),
    about,
    urls: link ? [attribute(link, 'title') ?? attribute(link, 'href') ?? ''].filter(each => each !== '') : [],
    entries,
  }
}
