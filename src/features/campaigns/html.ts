import type { ChatState } from '#features/conversations/index.ts'
import type { Page } from './store.ts'

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

export const escapeHtml = (text: string): string => text.replaceAll(/[&<>"']/g, mark => escapes[mark] ?? mark)

const list = (items: readonly string[], tag: 'ul' | 'ol') =>
  items.length === 0 ? '' : `<${tag}>${items.map(item => `<li>${escapeHtml(item)}</li>`).join('')}</${tag}>`

/** `Mara answers. Online now, usually within 6 min.` Only what the data says; silent where there is too little. */
export function promiseOf(state: ChatState): string {
  const now = state.online ? 'Online now' : 'Not here at the moment: leave a line and you get an answer'
  const usual = state.answerMinutes === null ? '' : `, usually within ${usually(state.answerMinutes)}`
  return `${now}${usual}.`
}

function usually(minutes: number): string {
  if (minutes < 90) return `${minutes} min`
  const hours = Math.round(minutes / 60)
  return hours < 48 ? `${hours} hours` : `${Math.round(hours / 24)} days`
}

/** A whole landing page: reads without script; the chat comes on top of it. */
export function landingHtml(page: Page, state: ChatState, url: string): string {
  const { content } = page
  const who = state.who === '' ? '' : `<strong>${escapeHtml(state.who)}</strong> answers. `
  const description = escapeHtml(content.lead.slice(0, 200))
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(page.title)}</title>
<meta name="description" content="${description}">
<meta property="og:type" content="website">
<meta property="og:title" content="${escapeHtml(page.title)}">
<meta property="og:description" content="${description}">
<meta property="og:url" content="${escapeHtml(url)}">
<link rel="canonical" href="${escapeHtml(url)}">
<link rel="stylesheet" href="/widget/landing.css">
</head>
<body>
<main>
<header>
<h1>${escapeHtml(content.heading)}</h1>
<p class="lead">${escapeHtml(content.lead)}</p>
<p class="who"><span class="dot" data-on="${state.online}" aria-hidden="true"></span>${who}${escapeHtml(promiseOf(state))}</p>
<p><a class="chat" href="/chat/${page.connection}?page=${encodeURIComponent(page.id)}" data-kith-open>Chat now</a></p>
</header>
<section><h2>Why chat</h2>${list(content.why, 'ul')}</section>
<section><h2>What to expect</h2>${list(content.expect, 'ol')}</section>
<section class="never"><h2>Never asked</h2>${list(content.never, 'ul')}</section>
</main>
<footer><p>No cookies, no tracking. Served by <a href="https://www.gnu.org/licenses/agpl-3.0.html" rel="license">Kith</a>, free software.</p></footer>
<script src="/widget/chat.js" data-chat="${page.connection}" data-campaign="page:${page.id}" defer></script>
</body>
</html>
`
}

/** The chat by itself: in the widget's frame, or as a page of its own where the script did not run. */
export function chatHtml(input: {
  chat: string
  campaign: string
  greeting: string
  consent: string
  state: ChatState
}): string {
  const data = [
    `data-chat="${escapeHtml(input.chat)}"`,
    `data-campaign="${escapeHtml(input.campaign)}"`,
    `data-greeting="${escapeHtml(input.greeting)}"`,
    `data-consent="${escapeHtml(input.consent)}"`,
    `data-who="${escapeHtml(input.state.who)}"`,
    `data-online="${input.state.online}"`,
    `data-minutes="${input.state.answerMinutes ?? ''}"`,
  ].join(' ')
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>Chat</title>
<link rel="stylesheet" href="/widget/panel.css">
</head>
<body>
<div id="chat" ${data}><noscript><p>This chat needs JavaScript. The page you came from says how else to reach us.</p></noscript></div>
<script src="/widget/panel.js" type="module"></script>
</body>
</html>
`
}
