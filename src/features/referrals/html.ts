import { type ChatOffer, chatLink, chatScript, type Site, siteDocument } from '#features/site/index.ts'
import { escapeHtml } from '#kernel/html.ts'
import { fillWords } from '#kernel/public-words.ts'
import { heardOf, rewardState, type Terms } from './model.ts'
import type { Referral, Referrer } from './store.ts'
import type { ReferralWords } from './words/shape.ts'
import { referralWords } from './words.ts'

type Job = { slug: string; title: string; organisation: string; id: string }

const frame = (site: Site, title: string, lead: string, main: string, end = '') =>
  siteDocument(site, { title, lead, url: `${site.base}/r`, lang: site.lang, main, end, hidden: true })

const head = (title: string, lead: string, more = '') =>
  `<header><h1>${escapeHtml(title)}</h1><p class="lead">${escapeHtml(lead)}</p>${more}</header>`

const firstName = (referrer: { givenName: string | null; name: string }) =>
  referrer.givenName ?? referrer.name.split(' ')[0] ?? referrer.name

/** Where somebody lands who was sent a referrer's link: what is open, each with the code, and the way to ask. */
export function invitationHtml(
  site: Site,
  referrer: Referrer,
  jobs: readonly Job[],
  offer: ChatOffer | undefined,
): string {
  const words = referralWords[site.lang]
  const items = jobs
    .map(
      job =>
        `<li><a href="/jobs/${escapeHtml(job.slug)}?ref=${encodeURIComponent(referrer.code)}">${escapeHtml(job.title)}</a>, ${escapeHtml(job.organisation)}</li>`,
    )
    .join('')
  const list = items === '' ? `<p>${escapeHtml(words.noJobs)}</p>` : `<ul>${items}</ul>`
  const title = fillWords(words.invited, { name: firstName(referrer) })
  return frame(
    site,
    title,
    words.invitedLead,
    `${head(title, words.invitedLead, offer ? chatLink(offer, words.chat) : '')}<section class="text"><h2>${escapeHtml(words.jobs)}</h2>${list}</section>`,
    chatScript(offer, { campaign: referrer.code, lang: site.lang, label: words.chat }),
  )
}

const money = (amount: number, currency: string, lang: string) =>
  new Intl.NumberFormat(lang, {
    style: 'currency',
    currency,
    maximumFractionDigits: 2,
    minimumFractionDigits: 0,
  }).format(amount)
const dayText = (day: string, lang: string) =>
  new Intl.DateTimeFormat(lang, { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(day))

export function termsText(terms: Terms, words: ReferralWords, lang: string): string {
  const worth =
    terms.amount > 0
      ? fillWords(words.termsText, { amount: money(terms.amount, terms.currency, lang), days: String(terms.afterDays) })
      : words.termsNone
  return [terms.words, worth, fillWords(words.rule, { days: String(terms.validDays) })].filter(Boolean).join(' ')
}

export type Said = { said?: string; wrong?: string; given?: { name: string; email: string; words: string } }

/** A referrer's own page: their link, what became of whom they named, as far as those agreed, and a form to name somebody. */
export function ownPageHtml(
  site: Site,
  token: string,
  page: { referrer: Referrer; referrals: readonly Referral[]; terms: Terms },
  jobs: readonly Job[],
  today: string,
  { said, wrong, given = { name: '', email: '', words: '' } }: Said = {},
): string {
  const words = referralWords[site.lang]
  const { referrer, referrals, terms } = page
  const link = `${site.base}/r/${referrer.code}`
  const rows = referrals
    .map(one => {
      // Whom they named themselves they may see named; whoever came by the link is theirs to tell.
      const isNamed = one.tell || (one.person === null && one.name !== '')
      const reward = rewardState(one, today)
      const may = one.tell || reward === 'paid' || reward === 'due'
      const worth =
        reward === 'none' || !may || one.amount === null || one.currency === null
          ? ''
          : ` <span class="tag">${escapeHtml(words.reward[reward])} ${escapeHtml(money(one.amount, one.currency, site.lang))}${reward === 'pending' && one.dueOn ? ` ${escapeHtml(fillWords(words.dueOn, { date: dayText(one.dueOn, site.lang) }))}` : ''}</span>`
      return `<li><strong>${escapeHtml(isNamed ? one.name : words.somebody)}</strong> ${escapeHtml(words.heard[heardOf(one)])}${worth}</li>`
    })
    .join('')
  const options = jobs.map(job => `<option value="${job.id}">${escapeHtml(job.title)}</option>`).join('')
  const title = fillWords(words.own, { name: firstName(referrer) })
  return frame(
    site,
    title,
    words.ownLead,
    `${head(title, words.ownLead)}
${said ? `<p class="notice said" role="status">${escapeHtml(said)}</p>` : ''}
<dl class="facts"><div><dt>${escapeHtml(words.yourLink)}</dt><dd><a href="${escapeHtml(link)}">${escapeHtml(link)}</a></dd></div>
<div><dt>${escapeHtml(words.yourCode)}</dt><dd>${escapeHtml(referrer.code)}</dd></div></dl><p class="after">${escapeHtml(words.linkHint)}</p>
<section class="text"><h2>${escapeHtml(words.became)}</h2>${rows === '' ? `<p>${escapeHtml(words.nothing)}</p>` : `<ul>${rows}</ul>`}
<h2>${escapeHtml(words.terms)}</h2><p>${escapeHtml(termsText(terms, words, site.lang))}</p></section>
<section class="form" id="recommend"><h2>${escapeHtml(words.send)}</h2><p>${escapeHtml(words.sendLead)}</p>
${wrong ? `<p class="notice wrong" role="alert">${escapeHtml(wrong)}</p>` : ''}
<form action="/referrer/${token}" method="post">
<p><label for="name">${escapeHtml(words.name)}</label><input id="name" name="name" maxlength="120" value="${escapeHtml(given.name)}" required></p>
<p><label for="email">${escapeHtml(words.email)}</label><input id="email" name="email" type="email" maxlength="254" value="${escapeHtml(given.email)}" required></p>
<p><label for="opening">${escapeHtml(words.opening)}</label><select id="opening" name="opening"><option value="">${escapeHtml(words.anyOpening)}</option>${options}</select></p>
<p><label for="words">${escapeHtml(words.words)}</label><textarea id="words" name="words" rows="3" maxlength="1000" aria-describedby="words-hint">${escapeHtml(given.words)}</textarea><small id="words-hint">${escapeHtml(words.wordsHint)}</small></p>
<p class="check"><input id="sure" name="sure" type="checkbox" value="yes" required><label for="sure">${escapeHtml(words.sure)}</label></p>
<p><button type="submit">${escapeHtml(words.send)}</button></p></form></section>`,
  )
}

/** The one question, with yes and no of the same size. */
export function questionHtml(site: Site, token: string, referral: Referral): string {
  const words = referralWords[site.lang]
  const name = referral.name.split(' ')[0] ?? referral.name
  const title = fillWords(words.question, { name })
  const lead = fillWords(words.questionLead, { referrer: referral.referrerName })
  const job = referral.openingTitle
    ? `<p>${escapeHtml(fillWords(words.forJob, { job: referral.openingTitle }))}</p>`
    : ''
  return frame(
    site,
    title,
    lead,
    `${head(title, lead)}<section class="form">${job}<form action="/consent/${token}" method="post">
<p class="check"><input id="tell" name="tell" type="checkbox" value="yes"><label for="tell">${escapeHtml(fillWords(words.tell, { referrer: referral.referrerName }))}</label></p>
<p><button type="submit" name="answer" value="yes">${escapeHtml(words.yes)}</button> <button type="submit" name="answer" value="no">${escapeHtml(words.no)}</button></p>
<p>${escapeHtml(words.keeps)}</p></form></section>`,
  )
}

export const plainHtml = (site: Site, title: string, lead: string): string =>
  frame(site, title, lead, head(title, lead))
