import { decodeHTML } from 'entities'
import { Marked } from 'marked'
import { escapeHtml } from '#kernel/html.ts'

const linkSchemes = /^(?:https?|mailto|xmpp|ircs?)$/i
const imageSchemes = /^https?$/i

/** The address as it is meant, when it names one of these schemes or none: whatever else it is, it leads nowhere. */
function safeAddress(written: string, schemes: RegExp): string | undefined {
  const address = decodeHTML(written)
  const [, scheme] = /^([^/?#]*?):/.exec(address) ?? []
  return scheme === undefined || schemes.test(scheme) ? address : undefined
}

const titleOf = (title: string | null | undefined) => (title ? ` title="${escapeHtml(decodeHTML(title))}"` : '')

const marked = new Marked({
  gfm: true,
  renderer: {
    html: ({ text, block }) => (block ? `<p>${escapeHtml(text.trim())}</p>\n` : escapeHtml(text)),
    // No heading of a writer is the page's first: that is the title.
    heading({ depth, tokens }) {
      const level = Math.max(2, depth)
      return `<h${level}>${this.parser.parseInline(tokens)}</h${level}>\n`
    },
    link({ href, title, tokens }) {
      const inner = this.parser.parseInline(tokens)
      const address = safeAddress(href, linkSchemes)
      return address === undefined ? inner : `<a href="${escapeHtml(address)}"${titleOf(title)}>${inner}</a>`
    },
    image({ href, title, text, tokens }) {
      const address = safeAddress(href, imageSchemes)
      const said = tokens ? this.parser.parseInline(tokens, this.parser.textRenderer) : text
      const says = escapeHtml(decodeHTML(said))
      return address === undefined
        ? says
        : `<img loading="lazy" decoding="async" src="${escapeHtml(address)}" alt="${says}"${titleOf(title)}>`
    },
  },
})

/**
 * CommonMark with tables, task lists and bare links, as safe HTML: what is written as HTML shows as text, and links lead to http,
 * https, mailto, xmpp and irc only.
 */
export function markdownHtml(text: string): string {
  return marked
    .parse(text, { async: false })
    .replaceAll('<table>', '<div class="table" tabindex="0" role="region"><table>')
    .replaceAll('</table>', '</table></div>')
}

/** For readers elsewhere (feeds, other servers, job boards): every address whole, as it is meant on `page`. */
export function withWholeAddresses(html: string, page: string): string {
  return html.replaceAll(
    /(<(?:a|img)\b[^>]*?\s(?:href|src)=")([^"]*)(")/g,
    (all, before: string, written: string, after: string) => {
      const address = decodeHTML(written)
      return URL.canParse(address, page) ? `${before}${escapeHtml(new URL(address, page).href)}${after}` : all
    },
  )
}

/** Without its marks, at most `most` characters, cut between words. */
export function plainFrom(text: string, most: number): string {
  const plain = decodeHTML(markdownHtml(text).replaceAll(/<[^>]*>/g, ' '))
    .replaceAll(/\s+/g, ' ')
    .trim()
  if (plain.length <= most) return plain
  return `${plain.slice(0, most).replace(/\s+\S*$/, '')} …`
}
