import { type Site, siteDocument } from '#features/site/index.ts'
import { getTool } from '#features/tools/model.ts'
import { escapeHtml } from '#kernel/html.ts'
import { isToolId } from '#kernel/tools.ts'
import type { OwnWishes } from './actions.ts'
import type { PrivacyWords } from './words/shape.ts'
import { privacyWords } from './words.ts'

const frame = (site: Site, title: string, lead: string, main: string) =>
  siteDocument(site, { title, lead, url: `${site.base}/privacy`, lang: site.lang, main, here: 'privacy', hidden: true })

const head = (title: string, lead: string) =>
  `<header><h1>${escapeHtml(title)}</h1><p class="lead">${escapeHtml(lead)}</p></header>`

/** `asking`: with the form that sends somebody their own link; `asked`: it was sent. */
export function privacyHtml(site: Site, asking: boolean, asked = false): string {
  const words = privacyWords[site.lang]
  const lines = words.whatLines.map(line => `<li>${escapeHtml(line)}</li>`).join('')
  return siteDocument(site, {
    title: words.title,
    lead: words.lead,
    url: `${site.base}/privacy`,
    lang: site.lang,
    here: 'privacy',
    main: `${head(words.title, words.lead)}
<section class="text"><h2>${escapeHtml(words.what)}</h2><ul>${lines}</ul>
<h2>${escapeHtml(words.how)}</h2><p>${escapeHtml(words.howText)}</p></section>
${asked ? `<p class="notice said" role="status">${escapeHtml(words.asked)}</p>` : ''}${asking ? askForm(words) : ''}`,
    ...(asked ? { hidden: true } : {}),
  })
}

const askForm = (words: PrivacyWords) =>
  `<section class="form"><h2>${escapeHtml(words.ask)}</h2><p>${escapeHtml(words.askLead)}</p>
<form action="/privacy" method="post">
<p><label for="email">${escapeHtml(words.email)}</label><input id="email" name="email" type="email" maxlength="254" autocomplete="email" required></p>
<p><button type="submit">${escapeHtml(words.askDo)}</button></p></form></section>`

export function goneLinkHtml(site: Site): string {
  const words = privacyWords[site.lang]
  return frame(site, words.gone, words.goneLead, head(words.gone, words.goneLead))
}

export function doneHtml(site: Site, sentence: string): string {
  return frame(site, sentence, sentence, `<header><h1>${escapeHtml(sentence)}</h1></header>`)
}

const textAt = (value: unknown, key: string): string => {
  const found: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined
  return typeof found === 'string' ? found : ''
}
const listAt = (value: unknown, key: string): unknown[] => {
  const found: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined
  return Array.isArray(found) ? found : []
}

/** By which tool or file each page of theirs came here, and when. */
function origins(data: Record<string, unknown>, lang: Site['lang']): string {
  const day = new Intl.DateTimeFormat(lang, { dateStyle: 'medium', timeZone: 'UTC' })
  const found = listAt(data, 'profiles').map(profile => {
    const tool = textAt(profile, 'tool')
    const at: unknown =
      typeof profile === 'object' && profile !== null ? Reflect.get(profile, 'collected_at') : undefined
    const parts = [isToolId(tool) ? getTool(tool).label : tool, textAt(profile, 'source')]
    return [...parts, at instanceof Date ? day.format(at) : ''].filter(Boolean).join(', ')
  })
  return [...new Set(found)].join('; ')
}

function wishesForm(words: PrivacyWords, { tools, wished, lists }: OwnWishes, action: string): string {
  if (tools.length === 0 && lists.length === 0) return ''
  const choice = (value: string, label: string) =>
    `<label class="tick"><input type="radio" name="tool" value="${value}"${value === (wished ?? '') ? ' checked' : ''}> <span>${escapeHtml(label)}</span></label>`
  const ways =
    tools.length === 0
      ? ''
      : `<fieldset><legend>${escapeHtml(words.where)}</legend>${choice('', words.anywhere)}${tools.map(tool => choice(tool, getTool(tool).label)).join('')}</fieldset>`
  const mails =
    lists.length === 0
      ? ''
      : `<fieldset><legend>${escapeHtml(words.lists)}</legend>${lists
          .map(
            list =>
              `<label class="tick"><input type="checkbox" name="keep" value="${list.id}" checked> <span>${escapeHtml(list.name)}: ${escapeHtml(list.purpose)}</span></label>`,
          )
          .join('')}</fieldset>`
  return `<section class="form"><h2>${escapeHtml(words.wishes)}</h2><p>${escapeHtml(words.wishesLead)}</p>
<form ${action}><input type="hidden" name="do" value="wishes">${ways}${mails}
<p><button type="submit">${escapeHtml(words.wishesKeep)}</button></p></form></section>`
}

/** `own.data`: what `exportPerson` gives. `said`: what was just done, or what is missing for it. */
export function ownHtml(
  site: Site,
  token: string,
  own: { data: Record<string, unknown>; wishes: OwnWishes },
  said?: string,
): string {
  const { data, wishes } = own
  const words = privacyWords[site.lang]
  const { person } = data
  const name = textAt(person, 'display_name')
  const place = textAt(person, 'place')
  const values = (key: string, of: (row: unknown) => string) =>
    listAt(data, key).map(of).filter(Boolean).join(', ') || words.none
  const rows: readonly (readonly [string, string])[] = [
    [words.name, name],
    [words.place, place || words.none],
    [words.contacts, values('contacts', row => textAt(row, 'value'))],
    [words.profiles, values('profiles', row => textAt(row, 'url') || textAt(row, 'handle'))],
    [words.from, origins(data, site.lang) || words.none],
    [words.talk, String(listAt(data, 'messages').length)],
    [words.notes, String(listAt(data, 'notes').length)],
  ]
  const action = `action="/privacy/${token}" method="post"`
  const main = `${head(words.own, words.ownLead)}
${said ? `<p class="notice said" role="status">${escapeHtml(said)}</p>` : ''}
<dl class="facts">${rows.map(([title, value]) => `<div><dt>${escapeHtml(title)}</dt><dd>${escapeHtml(value)}</dd></div>`).join('')}</dl>
<p class="after">${escapeHtml(words.more)} <a href="/privacy/${token}/data.json" download>${escapeHtml(words.take)}</a></p>
<section class="form"><h2>${escapeHtml(words.correct)}</h2><p>${escapeHtml(words.correctLead)}</p>
<form ${action}><input type="hidden" name="do" value="correct">
<p><label for="name">${escapeHtml(words.name)}</label><input id="name" name="name" maxlength="120" autocomplete="name" value="${escapeHtml(name)}" required></p>
<p><label for="place">${escapeHtml(words.place)}</label><input id="place" name="place" maxlength="120" value="${escapeHtml(place)}"></p>
<p><label for="message">${escapeHtml(words.message)}</label><textarea id="message" name="message" rows="3" maxlength="2000"></textarea></p>
<p><button type="submit">${escapeHtml(words.keep)}</button></p></form></section>
${wishesForm(words, wishes, action)}
<section class="form"><h2>${escapeHtml(words.alone)}</h2><p>${escapeHtml(words.aloneLead)}</p>
<form ${action}><input type="hidden" name="do" value="alone"><p><button type="submit">${escapeHtml(words.aloneDo)}</button></p></form></section>
<section class="form"><h2>${escapeHtml(words.erase)}</h2><p>${escapeHtml(words.eraseLead)}</p>
<form ${action}><input type="hidden" name="do" value="erase">
<p class="check"><input id="sure" name="sure" type="checkbox" value="yes" required><label for="sure">${escapeHtml(words.eraseSure)}</label></p>
<p><button type="submit">${escapeHtml(words.eraseDo)}</button></p></form></section>`
  return frame(site, words.own, words.ownLead, main)
}
