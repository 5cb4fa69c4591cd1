import type { ChatState, PageLink } from '#features/conversations/index.ts'
import { markdownHtml, siteWords } from '#features/site/index.ts'
import { getTool } from '#features/tools/model.ts'
import { escapeHtml } from '#kernel/html.ts'
import { directionOf } from '#kernel/public-languages.ts'
import { fillWords, formatDuration } from '#kernel/public-words.ts'
import type { LandingLanguage } from './model.ts'
import type { Page } from './store/pages.ts'
import { formatReturn, landingWords } from './words.ts'

/** `Mara answers. Online now. Usually within 6 minutes.` Only what the data says; silent where there is too little. */
export function promiseOf(state: ChatState, lang: LandingLanguage): string {
  const words = landingWords[lang]
  return [
    state.who === '' ? '' : fillWords(words.answers, { who: state.who }),
    state.online ? words.online : awayWords(state, lang),
    state.answerMinutes === null ? '' : fillWords(words.usual, { time: formatDuration(state.answerMinutes, lang) }),
  ]
    .filter(Boolean)
    .join(' ')
}

function awayWords({ backAt, timezone }: ChatState, lang: LandingLanguage): string {
  const words = landingWords[lang]
  if (!backAt || timezone === null) return words.away
  return fillWords(words.back, { time: formatReturn(backAt, timezone, lang) })
}

const section = (title: string, items: readonly string[], tag: 'ul' | 'ol', kind: string) =>
  items.length === 0
    ? ''
    : `<section class="${kind}"><h2>${escapeHtml(title)}</h2><${tag}>${items
        .map(item => `<li><span>${escapeHtml(item)}</span></li>`)
        .join('')}</${tag}></section>`

function documentHtml(input: { lang: LandingLanguage; head: string; body: string }): string {
  return `<!doctype html>
<html lang="${input.lang}" dir="${directionOf(input.lang)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<link rel="icon" href="/kith.svg" type="image/svg+xml">
${input.head}
</head>
<body>
${input.body}
</body>
</html>
`
}

/** A whole landing page: reads without script; the chat comes on top of it. `preview`: the chat stays shut, so nobody is counted. */
export function landingHtml(
  page: Page,
  state: ChatState,
  url: string,
  options: {
    preview?: true
    links: readonly PageLink[]
    /** HTML of a list's form. */
    subscribe: string
    /** The site's own colour. */
    accent: string | null
  },
): string {
  const { content } = page
  const { lang } = content
  const words = landingWords[lang]
  const description = escapeHtml((content.lead || content.heading).slice(0, 200))
  const contact = content.contact.trim()
  const contactLine =
    contact === '' ? '' : `<p class="contact">${escapeHtml(fillWords(words.contact, { contact }))}</p>`
  const linkLines = options.links
    .map(
      ({ tool, link, address }) =>
        `<p class="contact">${escapeHtml(fillWords(words.onTool, { tool: getTool(tool).label }))} <a href="${escapeHtml(link)}" rel="noopener">${escapeHtml(address)}</a></p>`,
    )
    .join('\n')
  const head = `<title>${escapeHtml(page.title)}</title>
<meta name="description" content="${description}">
<meta property="og:type" content="website">
<meta property="og:title" content="${escapeHtml(page.title)}">
<meta property="og:description" content="${description}">
<meta property="og:url" content="${escapeHtml(url)}">
<link rel="canonical" href="${escapeHtml(url)}">
<link rel="stylesheet" href="/widget/landing.css">${
    options.accent === null
      ? ''
      : `
<link rel="stylesheet" href="/site/theme.css?${options.accent.slice(1)}">`
  }`
  const opens = options.preview
    ? 'role="link" aria-disabled="true"'
    : `href="/chat/${page.connection}?page=${page.id}" data-kith-open`
  const script = options.preview
    ? ''
    : `<script src="/widget/chat.js" data-chat="${page.connection}" data-campaign="page:${page.id}" data-lang="${lang}" data-label="${escapeHtml(words.chat)}" data-bubble="later" defer></script>`
  const lead = content.lead.trim() === '' ? '' : `<p class="lead">${escapeHtml(content.lead)}</p>`
  const body = `<main>
<header>
<h1>${escapeHtml(content.heading)}</h1>
${lead}
<div class="act">
<a class="chat" ${opens}>${escapeHtml(words.chat)}</a>
<p class="who"><span class="dot" data-on="${state.online}" aria-hidden="true"></span><span>${escapeHtml(promiseOf(state, lang))}</span></p>
</div>
<noscript><p class="contact">${escapeHtml(words.noScript)}</p></noscript>
${linkLines}
${contactLine}
</header>
${section(words.why, content.why, 'ul', 'why')}
${section(words.expect, content.expect, 'ol', 'expect')}
${section(words.never, content.never, 'ul', 'never')}
${content.text ? `<section class="text">${markdownHtml(content.text)}</section>` : ''}
${options.subscribe}
</main>
<footer><p><a href="/privacy">${escapeHtml(siteWords[lang].privacy)}</a></p><p>${escapeHtml(words.noCookies)} ${escapeHtml(words.servedBy)}</p></footer>
${script}`
  return documentHtml({ lang, head, body })
}

/** The chat by itself: in the widget's frame, or as a page of its own where the script did not run. */
export function chatHtml(input: {
  chat: string
  campaign: string
  lang: LandingLanguage
  /** Undefined: no page named it, so the visitor's own language goes first. */
  pageLang: LandingLanguage | undefined
  greeting: string
  consent: string
  contact: string
  state: ChatState
  /** A group chat that stands here. */
  room?: { id: string; title: string } | undefined
}): string {
  const words = landingWords[input.lang]
  const data = Object.entries({
    chat: input.chat,
    campaign: input.campaign,
    lang: input.pageLang ?? '',
    greeting: input.greeting,
    consent: input.consent,
    who: input.state.who,
    about: input.state.about,
    online: String(input.state.online),
    minutes: String(input.state.answerMinutes ?? ''),
    back: input.state.backAt?.toISOString() ?? '',
    ...(input.room ? { room: input.room.id, 'room-title': input.room.title } : {}),
  })
    .map(([name, value]) => `data-${name}="${escapeHtml(value)}"`)
    .join(' ')
  const contact = input.contact.trim()
  const instead = contact === '' ? '' : `<p>${escapeHtml(fillWords(words.contact, { contact }))}</p>`
  return documentHtml({
    lang: input.lang,
    head: `<meta name="robots" content="noindex">
<title>${escapeHtml(words.chat)}</title>
<link rel="stylesheet" href="/widget/panel.css">`,
    body: `<div id="chat" ${data}><noscript><p>${escapeHtml(words.noScript)}</p>${instead}</noscript></div>
<script src="/widget/panel.js" type="module"></script>`,
  })
}

/** One sentence on a page of its own: a closed chat, an address that leads nowhere. */
export function plainHtml(lang: LandingLanguage, text: 'chatClosed' | 'noPage'): string {
  const words = escapeHtml(landingWords[lang][text])
  return documentHtml({
    lang,
    head: `<meta name="robots" content="noindex">
<title>${words}</title>
<link rel="stylesheet" href="/widget/landing.css">`,
    body: `<main><header><h1>${words}</h1></header></main>`,
  })
}
