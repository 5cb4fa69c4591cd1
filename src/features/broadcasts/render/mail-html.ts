import { Marked, type Tokens } from 'marked'
import { Engine } from 'mrml'
import { escapeHtml } from '#kernel/html.ts'
import { directionOf } from '#kernel/public-languages.ts'
import { fillWords } from '#kernel/public-words.ts'
import type { ListLanguage } from '../model/lists.ts'
import { readerWords } from './words.ts'

/** A place in a mail that is filled for each reader. Between marks for private use, which no keyboard writes. */
export type Slot =
  | { kind: 'name'; fallback: string }
  | { kind: 'email' }
  | { kind: 'leave' }
  | { kind: 'choose' }
  | { kind: 'click'; link: number }
  | { kind: 'confirm' }

/** A mail as it goes out, but for what differs from reader to reader. */
export type Compiled = { subject: string; html: string; text: string; links: string[] }

const mark = (slot: string) => `\ue000${slot}\ue001`
const slotPattern = /\ue000([^\ue001]*)\ue001/

const confirmMark = mark('confirm')

/** Literals and slots in turn, a literal first and last. */
export function splitSlots(text: string): (string | Slot)[] {
  return text.split(new RegExp(slotPattern, 'g')).map((part, index) => (index % 2 === 0 ? part : readSlot(part)))
}

function readSlot(text: string): Slot {
  const [kind = '', rest = ''] = text.split(/:(.*)/s)
  switch (kind) {
    case 'name':
      return { kind, fallback: rest }
    case 'click':
      return { kind, link: Number(rest) }
    case 'email':
    case 'leave':
    case 'choose':
    case 'confirm':
      return { kind }
    default:
      throw new Error(`no slot ${kind}`)
  }
}

/** `{{name}}`, `{{name|there}}`, `{{email}}` in what a recruiter wrote. Control characters and our own marks are dropped first. */
function withSlots(text: string, lang: ListLanguage): string {
  return text
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[^\P{Cc}\n\t]|[\ue000\ue001]/gu, '')
    .replaceAll(/\{\{\s*name\s*(?:\|([^{}|]{0,40}))?\}\}/gi, (_, fallback: string | undefined) =>
      mark(`name:${(fallback ?? readerWords[lang].friend).trim()}`),
    )
    .replaceAll(/\{\{\s*email\s*\}\}/gi, mark('email'))
}

const isLink = (href: string) => /^(https?:\/\/[^\s"<>]+|mailto:[^\s"<>]+)$/i.test(href)

/** What a recruiter writes becomes blocks for MJML and lines for the plain part; HTML in it is shown as text. */
function readBody(body: string, lang: ListLanguage, links: string[]): { blocks: string; text: string } {
  const linkTo = (href: string) => {
    if (/^mailto:/i.test(href)) return href
    const known = links.indexOf(href)
    return mark(`click:${known >= 0 ? known : links.push(href) - 1}`)
  }
  const marked = new Marked({
    gfm: true,
    breaks: true,
    renderer: {
      html: ({ text }) => escapeHtml(text),
      link({ href, tokens }) {
        const inner = this.parser.parseInline(tokens)
        return isLink(href)
          ? `<a class="k-link" href="${escapeHtml(linkTo(href))}" style="color:#1a5fb4">${inner}</a>`
          : inner
      },
      image: ({ text }) => escapeHtml(text),
      checkbox: () => '',
    },
  })
  const tokens = marked.lexer(withSlots(body, lang))
  const blocks: string[] = []
  const lines: string[] = []
  let run: Tokens.Generic[] = []
  const flush = () => {
    if (run.length > 0)
      blocks.push(`<mj-text css-class="k-text">${marked.parser(run as Parameters<typeof marked.parser>[0])}</mj-text>`)
    run = []
  }
  for (const token of tokens) {
    const button = token.type === 'paragraph' ? buttonOf(token as Tokens.Paragraph) : undefined
    if (button && isLink(button.href)) {
      flush()
      blocks.push(
        `<mj-button css-class="k-button" href="${escapeHtml(linkTo(button.href))}">${escapeHtml(button.text)}</mj-button>`,
      )
      lines.push(`${button.text}: ${linkTo(button.href)}`)
      continue
    }
    if (token.type === 'hr') {
      flush()
      blocks.push('<mj-divider css-class="k-rule" border-width="1px" border-color="#d0ccc4" />')
      lines.push('* * *')
      continue
    }
    run.push(token)
    const plain = plainOf([token], linkTo)
    if (plain.trim() !== '') lines.push(plain.trimEnd())
  }
  flush()
  return { blocks: blocks.join('\n'), text: lines.join('\n\n') }
}

/** A line that is nothing but a bold link is a button: `**[Read it](https://…)**`. */
function buttonOf(token: Tokens.Paragraph): { href: string; text: string } | undefined {
  const [only, ...more] = token.tokens ?? []
  if (only?.type !== 'strong' || more.length > 0) return undefined
  const [link, ...rest] = (only as Tokens.Strong).tokens
  return link?.type === 'link' && rest.length === 0
    ? { href: (link as Tokens.Link).href, text: (link as Tokens.Link).text }
    : undefined
}

function plainOf(tokens: readonly Tokens.Generic[], linkTo: (href: string) => string, depth = 0): string {
  return tokens
    .map(token => {
      switch (token.type) {
        case 'list':
          return `${((token as Tokens.List).items ?? [])
            .map((item, index) => {
              const start = (token as Tokens.List).ordered
                ? `${Number((token as Tokens.List).start || 1) + index}.`
                : '-'
              return `${'  '.repeat(depth)}${start} ${plainOf(item.tokens, linkTo, depth + 1).trim()}`
            })
            .join('\n')}\n`
        case 'heading':
          return `${plainOf(token.tokens ?? [], linkTo, depth)}\n${'-'.repeat(20)}`
        case 'blockquote':
          return plainOf(token.tokens ?? [], linkTo, depth)
            .split('\n')
            .map(line => `> ${line}`)
            .join('\n')
        case 'link': {
          const words = plainOf(token.tokens ?? [], linkTo, depth)
          const href = String(token.href)
          return isLink(href) ? `${words} (${linkTo(href)})` : words
        }
        case 'table': {
          const { header, rows } = token as Tokens.Table
          const cells = (row: Tokens.TableCell[]) => row.map(cell => plainOf(cell.tokens, linkTo, depth)).join(' | ')
          return [header, ...rows].map(cells).join('\n')
        }
        case 'br':
          return '\n'
        case 'space':
          return ''
        case 'paragraph':
          return `${plainOf(token.tokens ?? [], linkTo, depth)}\n`
        default:
          return token.tokens
            ? plainOf(token.tokens, linkTo, depth)
            : unescapeHtml(String(token.text ?? token.raw ?? ''))
      }
    })
    .join('')
}

const unescapeHtml = (text: string) =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')

/** Dark mode where the reader's program follows it; the colours in place are for those that don't. */
const style = `
  .k-text a, .k-foot a { text-decoration: underline; }
  .k-text h1 { font-size: 24px; line-height: 32px; margin: 0 0 12px; }
  .k-text h2 { font-size: 19px; line-height: 26px; margin: 16px 0 8px; }
  .k-text h3 { font-size: 16px; line-height: 24px; margin: 16px 0 4px; }
  .k-text p { margin: 0 0 14px; }
  .k-text ul, .k-text ol { margin: 0 0 14px; padding-left: 22px; }
  .k-text blockquote { margin: 0 0 14px; padding-left: 12px; border-left: 3px solid #d0ccc4; }
  .k-text table { border-collapse: collapse; } .k-text td, .k-text th { padding: 4px 16px 4px 0; border-bottom: 1px solid #d0ccc4; } .k-text th:not([align]) { text-align: left; }
  @media (prefers-color-scheme: dark) {
    body, .k-body { background: #171512 !important; }
    .k-text div, .k-text p, .k-text li, .k-text h1, .k-text h2, .k-text h3, .k-text td, .k-text th { color: #ece8e1 !important; }
    .k-foot div, .k-foot p { color: #b3ada3 !important; }
    .k-text a, .k-foot a { color: #9fc7fb !important; }
    .k-button td, .k-button a { background: #9fc7fb !important; color: #0f0d0a !important; }
  }`

let engine: Engine | undefined

function toHtml(mjml: string): string {
  if (!engine) {
    engine = new Engine()
    // No font is fetched from anywhere: a mail tells nobody that it was opened.
    engine.setRenderOptions({ disableComments: false, socialIconOrigin: null, fonts: {} })
  }
  const result = engine.toHtml(mjml)
  if (result.type === 'error') throw new Error(`the mail could not be set: ${result.message}`)
  return result.content
}

function page(input: { lang: ListLanguage; title: string; preheader: string; blocks: string; foot: string }): string {
  const html = toHtml(`<mjml lang="${input.lang}"><mj-head><mj-title>${escapeHtml(input.title)}</mj-title>
<mj-preview>${escapeHtml(input.preheader)}</mj-preview>
<mj-attributes><mj-all font-family="-apple-system, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif" />
<mj-text align="${directionOf(input.lang) === 'rtl' ? 'right' : 'left'}" font-size="16px" line-height="25px" color="#1f1c18" padding="6px 20px" />
<mj-button background-color="#1a5fb4" color="#ffffff" font-size="16px" inner-padding="12px 22px" border-radius="6px" padding="8px 20px 18px" align="${directionOf(input.lang) === 'rtl' ? 'right' : 'left'}" />
<mj-divider padding="12px 20px" /></mj-attributes>
<mj-style>${style}</mj-style></mj-head>
<mj-body css-class="k-body" background-color="#ffffff" width="600px">
<mj-section padding="20px 0 0"><mj-column>${input.blocks}</mj-column></mj-section>
<mj-section padding="8px 0 24px"><mj-column><mj-divider border-width="1px" border-color="#d0ccc4" />
<mj-text css-class="k-foot" font-size="13px" line-height="20px" color="#5b564e">${input.foot}</mj-text></mj-column></mj-section>
</mj-body></mjml>`)
  const turned = directionOf(input.lang) === 'rtl' ? html.replace(/<html\b(?![^>]*dir="rtl")/, '<html dir="rtl"') : html
  return turned.replace(
    '<meta name="viewport"',
    '<meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark"><meta name="viewport"',
  )
}

export type Writing = {
  lang: ListLanguage
  list: string
  subject: string
  preheader: string
  body: string
  /** Who sends, with a postal address. */
  imprint: string
}

const lineBreaks = (text: string) => escapeHtml(text.trim()).replaceAll(/\r?\n/g, '<br />')

/** An issue, set once for all its readers. */
export function compileIssue(writing: Writing): Compiled {
  const words = readerWords[writing.lang]
  const links: string[] = []
  const { blocks, text } = readBody(writing.body, writing.lang, links)
  const because = fillWords(words.because, { list: writing.list })
  const foot = `<p style="margin:0 0 8px">${escapeHtml(because)}<br /><a href="${mark('leave')}" style="color:#1a5fb4">${words.leave}</a> · <a href="${mark('choose')}" style="color:#1a5fb4">${words.choose}</a></p><p style="margin:0">${lineBreaks(writing.imprint)}</p>`
  return {
    subject: withSlots(writing.subject, writing.lang).replaceAll(/\s+/g, ' ').trim(),
    html: page({
      lang: writing.lang,
      title: withoutSlots(withSlots(writing.subject, writing.lang)),
      preheader: withSlots(writing.preheader, writing.lang),
      blocks,
      foot,
    }),
    text: `${text}\n\n-- \n${because}\n${words.leave}: ${mark('leave')}\n${words.choose}: ${mark('choose')}\n\n${writing.imprint.trim()}\n`,
    links,
  }
}

const withoutSlots = (text: string) => text.replaceAll(new RegExp(slotPattern, 'g'), '').replaceAll(/\s+/g, ' ').trim()

/** The one mail that comes without a yes: the question. */
export function compileConfirmation(given: {
  lang: ListLanguage
  list: string
  purpose: string
  consent: string
  imprint: string
  /** We had the address before, without proof. */
  again: boolean
}): Compiled {
  const words = readerWords[given.lang]
  const ask = given.again ? words.againAsk : words.confirmAsk
  const values = { list: given.list, purpose: given.purpose, consent: given.consent }
  const purpose = fillWords(words.confirmFor, values)
  const agree = fillWords(words.confirmAgree, values)
  const blocks = `<mj-text css-class="k-text"><h1>${escapeHtml(given.list)}</h1><p>${escapeHtml(ask)}</p><p>${escapeHtml(purpose)}</p><p>${escapeHtml(agree)}</p></mj-text>
<mj-button css-class="k-button" href="${confirmMark}">${escapeHtml(words.confirmButton)}</mj-button>
<mj-text css-class="k-text"><p>${escapeHtml(words.confirmOr)}</p></mj-text>`
  const subject = fillWords(words.confirmSubject, values)
  return {
    subject,
    html: page({
      lang: given.lang,
      title: subject,
      preheader: purpose,
      blocks,
      foot: `<p style="margin:0">${lineBreaks(given.imprint)}</p>`,
    }),
    text: `${given.list}\n\n${ask}\n\n${purpose}\n\n${agree}\n\n${words.confirmButton}: ${confirmMark}\n\n${words.confirmOr}\n\n-- \n${given.imprint.trim()}\n`,
    links: [],
  }
}

/** The link by which somebody gets at what is kept of them. */
export function compileOwnLink(given: { lang: ListLanguage; site: string; url: string; imprint: string }): Compiled {
  const words = readerWords[given.lang]
  const subject = fillWords(words.ownSubject, { site: given.site })
  const ask = fillWords(words.ownAsk, { site: given.site })
  const blocks = `<mj-text css-class="k-text"><h1>${escapeHtml(subject)}</h1><p>${escapeHtml(ask)}</p></mj-text>
<mj-button css-class="k-button" href="${escapeHtml(given.url)}">${escapeHtml(words.ownButton)}</mj-button>
<mj-text css-class="k-text"><p>${escapeHtml(words.ownOr)}</p></mj-text>`
  return {
    subject: subject,
    html: page({
      lang: given.lang,
      title: subject,
      preheader: ask,
      blocks,
      foot: `<p style="margin:0">${lineBreaks(given.imprint)}</p>`,
    }),
    text: `${ask}\n\n${words.ownButton}: ${given.url}\n\n${words.ownOr}\n\n-- \n${given.imprint.trim()}\n`,
    links: [],
  }
}
