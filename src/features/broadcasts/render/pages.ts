import { siteWords } from '#features/site/index.ts'
import { escapeHtml } from '#kernel/html.ts'
import { directionOf, isPublicLanguage } from '#kernel/public-languages.ts'
import { fillWords } from '#kernel/public-words.ts'
import type { Choices } from '../actions/leave.ts'
import type { ListLanguage } from '../model/lists.ts'
import { listAddress } from '../model/reference.ts'
import type { List } from '../store/lists.ts'
import type { ReaderWord } from './words/shape.ts'
import { readerWords } from './words.ts'

const say = (lang: ListLanguage, word: ReaderWord, values: Readonly<Record<string, string>> = {}) =>
  escapeHtml(fillWords(readerWords[lang][word], values))

/** What strangers see: reads and works without script; nothing is kept before they press something. */
function page(lang: ListLanguage, title: string, body: string, described?: string): string {
  return `<!doctype html>
<html lang="${lang}" dir="${directionOf(lang)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="description" content="${described ?? title}">
${described === undefined ? '<meta name="robots" content="noindex">' : ''}
<meta name="referrer" content="no-referrer">
<link rel="icon" href="/kith.svg" type="image/svg+xml">
<title>${title}</title>
<link rel="stylesheet" href="/widget/landing.css">
<link rel="stylesheet" href="/site/theme.css">
</head>
<body>
<main><header>
<h1>${title}</h1>
${body}
</header></main>
<footer><p><a href="/privacy">${escapeHtml(siteWords[lang].privacy)}</a></p><p>${say(lang, 'servedBy')}</p></footer>
</body>
</html>
`
}

export function sentencePage(lang: ListLanguage, title: ReaderWord, text?: ReaderWord, values = {}): string {
  return page(lang, say(lang, title, values), text ? `<p class="lead">${say(lang, text, values)}</p>` : '')
}

export type SubscribeForm = {
  email: string
  name: string
  place: string
  page: string
  /** The code of the link by which they came. */
  campaign: string
  wrong?: 'wrongEmail' | 'consentFirst'
}

/** On another page of ours: a heading, what it is for, and the fields that the list's own page has. */
export function subscribeBlock(list: List, at: { page: string; campaign: string; preview?: boolean }): string {
  const { lang } = list
  return `<section class="subscribe" lang="${lang}"><h2>${say(lang, 'title', { list: list.name })}</h2><p>${escapeHtml(list.purpose)}</p>
${subscribeForm(list, { email: '', name: '', place: '', page: at.page, campaign: at.campaign }, at)}</section>`
}

/** The list's page; what was typed stands again. */
export function subscribePage(list: List, form: SubscribeForm): string {
  return page(
    list.lang,
    say(list.lang, 'title', { list: list.name }),
    `<p class="lead">${escapeHtml(list.purpose)}</p>
${subscribeForm(list, form, {})}`,
    // What somebody typed is no page to be found.
    form.wrong ? undefined : escapeHtml(list.purpose),
  )
}

function subscribeForm(list: List, form: SubscribeForm, more: { preview?: boolean }): string {
  const { lang } = list
  const wrong = form.wrong ? `<p class="wrong" id="wrong" role="alert">${say(lang, form.wrong)}</p>` : ''
  const describes = form.wrong === 'wrongEmail' ? ' aria-describedby="wrong" aria-invalid="true"' : ''
  const interests =
    list.interests.length === 0
      ? ''
      : `<fieldset><legend>${say(lang, 'interests')}</legend>${list.interests
          .map(
            ({ id, label }) =>
              `<label class="tick"><input type="checkbox" name="interest" value="${escapeHtml(id)}"> <span>${escapeHtml(label)}</span></label>`,
          )
          .join('')}</fieldset>`
  const button = more.preview ? '<button class="chat" type="button" disabled>' : '<button class="chat">'
  return `<form class="ask" method="post" action="/l/${listAddress(list)}">
${wrong}
<label>${say(lang, 'email')} <input type="email" name="email" required maxlength="254" autocomplete="email" value="${escapeHtml(form.email)}"${describes}></label>
<label>${say(lang, 'name')} <input name="name" maxlength="120" autocomplete="name" value="${escapeHtml(form.name)}"></label>
<label>${say(lang, 'place')} <input name="place" maxlength="120" value="${escapeHtml(form.place)}"></label>
${interests}
<p class="pot" aria-hidden="true"><label>${say(lang, 'leaveEmpty')} <input name="website" tabindex="-1" autocomplete="off"></label></p>
<input type="hidden" name="page" value="${escapeHtml(form.page)}">
${form.campaign === '' ? '' : `<input type="hidden" name="campaign" value="${escapeHtml(form.campaign)}">`}
<label class="tick"><input type="checkbox" name="consent" value="yes" required> <span>${escapeHtml(list.consent)}</span></label>
${button}${say(lang, 'subscribe')}</button>
</form>`
}

export function confirmPage(list: List, email: string, token: string): string {
  const { lang } = list
  return page(
    lang,
    say(lang, 'confirmTitle', { email }),
    `<p class="lead">${escapeHtml(list.name)}: ${escapeHtml(list.purpose)}</p>
<p>${say(lang, 'confirmAgree', { consent: list.consent })}</p>
<form class="ask" method="post" action="/l/yes/${encodeURIComponent(token)}"><button class="chat">${say(lang, 'confirmButton')}</button></form>`,
  )
}

export function leavePage(list: List, email: string, token: string): string {
  const { lang } = list
  return page(
    lang,
    say(lang, 'leaveTitle', { list: list.name }),
    `<p class="lead">${say(lang, 'leaveWords', { email })}</p>
<form class="ask" method="post" action="/l/leave/${encodeURIComponent(token)}"><input type="hidden" name="from" value="page"><button class="chat">${say(lang, 'leaveButton')}</button></form>
<p><a href="/l/choose/${encodeURIComponent(token)}">${say(lang, 'choose')}</a></p>`,
  )
}

export function choicesPage(choices: Choices, token: string, told?: 'prefsSaved' | 'prefsNeverDone'): string {
  const lang: ListLanguage = isPublicLanguage(choices.lang) ? choices.lang : 'en'
  const done = told ? `<p class="done" role="status">${say(lang, told)}</p>` : ''
  const lists = choices.lists
    .map(
      list => `<fieldset><legend>${escapeHtml(list.name)}</legend>
<label class="tick"><input type="checkbox" name="keep" value="${list.id}" checked> <span>${escapeHtml(list.purpose)}</span></label>
${list.interests
  .map(
    ({ id, label, on }) =>
      `<label class="tick"><input type="checkbox" name="interest" value="${list.id}:${escapeHtml(id)}"${on ? ' checked' : ''}> <span>${escapeHtml(label)}</span></label>`,
  )
  .join('')}</fieldset>`,
    )
    .join('')
  const body =
    choices.lists.length === 0
      ? `<p class="lead">${say(lang, 'prefsNone')}</p>`
      : `<form class="ask" method="post" action="/l/choose/${encodeURIComponent(token)}">${lists}
<button class="chat" name="do" value="save">${say(lang, 'prefsSave')}</button>
<button class="plain" name="do" value="leave">${say(lang, 'prefsLeaveAll')}</button>
</form>`
  const never =
    told === 'prefsNeverDone'
      ? ''
      : `<form class="ask" method="post" action="/l/choose/${encodeURIComponent(token)}"><button class="plain" name="do" value="never">${say(lang, 'prefsNever')}</button></form>`
  return page(lang, say(lang, 'prefsTitle', { email: choices.email }), `${done}${body}${never}`)
}
