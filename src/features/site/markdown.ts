import { micromark } from 'micromark'
import { gfm, gfmHtml } from 'micromark-extension-gfm'

/**
 * CommonMark with tables, task lists and bare links, as safe HTML: what is written as HTML shows as text, and links lead to http,
 * https, mailto and xmpp only. No heading of a writer is the page's first: that is the title.
 */
export function markdownHtml(text: string): string {
  const html = micromark(text, { extensions: [gfm()], htmlExtensions: [gfmHtml()] })
  return html
    .replaceAll(/<(\/?)h([1-6])>/g, (_, slash: string, level: string) => `<${slash}h${Math.max(2, Number(level))}>`)
    .replaceAll('<table>', '<div class="table" tabindex="0" role="region"><table>')
    .replaceAll('</table>', '</table></div>')
    .replaceAll('<img ', '<img loading="lazy" decoding="async" ')
}

/** Without its marks, at most `most` characters, cut between words. */
export function plainFrom(text: string, most: number): string {
  const plain = markdownHtml(text)
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, ' ')
    .trim()
  if (plain.length <= most) return plain
  return `${plain.slice(0, most).replace(/\s+\S*$/, '')} …`
}
