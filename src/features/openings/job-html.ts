import {
  type ChatOffer,
  chatLink,
  chatScript,
  feedLine,
  markdownHtml,
  type PageParts,
  plainFrom,
  type Site,
  siteDocument,
} from '#features/site/index.ts'
import { dayMs } from '#kernel/clock.ts'
import { escapeHtml } from '#kernel/html.ts'
import { fillWords } from '#kernel/public-words.ts'
import type { ApplyRefusal, Form } from './actions/apply.ts'
import { jobPosting, jobTextHtml, jobUrl } from './job-posting.ts'
import { countryName, payText } from './model.ts'
import type { Opening } from './store/openings.ts'
import type { JobWords } from './words/shape.ts'
import { jobWords } from './words.ts'

export const jobFeeds = [
  { path: 'rss.xml', format: 'rss', title: 'RSS', type: 'application/rss+xml' },
  { path: 'atom.xml', format: 'atom', title: 'Atom', type: 'application/atom+xml' },
  { path: 'feed.json', format: 'json', title: 'JSON Feed', type: 'application/feed+json' },
] as const

const feedsOf = (site: Site, words: JobWords) =>
  jobFeeds.map(({ path, type, title }) => ({
    href: `${site.base}/jobs/${path}`,
    type,
    title: `${words.jobs}: ${title}`,
  }))

const day = (text: string, lang: string) =>
  new Intl.DateTimeFormat(lang, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${text}T00:00:00Z`))

export function placeText(opening: Opening): string {
  const words = jobWords[opening.lang]
  const town =
    opening.town === null
      ? opening.place
      : [opening.town, opening.country && countryName(opening.country, opening.lang)].filter(Boolean).join(', ')
  const countries = opening.remoteFrom.map(code => countryName(code, opening.lang))
  const from =
    opening.remote === 'yes' && countries.length > 0
      ? fillWords(words.remoteFrom, {
          countries: new Intl.ListFormat(opening.lang, { type: 'disjunction' }).format(countries),
        })
      : ''
  return [opening.remote === 'yes' ? '' : town, words.remote[opening.remote], from].filter(Boolean).join(', ')
}

const payLine = (opening: Opening) =>
  opening.pay === null
    ? ''
    : `${payText(opening.pay, opening.lang)} ${jobWords[opening.lang].period[opening.pay.period]}`

function facts(opening: Opening): string {
  const words = jobWords[opening.lang]
  const rows: readonly (readonly [string, string])[] = [
    [words.where, placeText(opening)],
    [words.how, words.employment[opening.employment]],
    [words.pay, payLine(opening)],
    [words.starts, opening.startsOn === null ? '' : day(opening.startsOn, opening.lang)],
    [words.until, opening.applyUntil === null ? '' : day(opening.applyUntil, opening.lang)],
  ]
  return `<dl class="facts">${rows
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `<div><dt>${escapeHtml(name)}</dt><dd>${escapeHtml(value)}</dd></div>`)
    .join('')}</dl>`
}

const jobList = (openings: readonly Opening[]) =>
  `<ul class="jobs">${openings
    .map(
      opening => `<li lang="${opening.lang}"><h3><a href="/jobs/${opening.slug}">${escapeHtml(opening.title)}</a></h3>
<p>${escapeHtml([opening.organisation, placeText(opening), jobWords[opening.lang].employment[opening.employment], payLine(opening)].filter(Boolean).join(' · '))}</p></li>`,
    )
    .join('\n')}</ul>`

function ask(words: JobWords, offer: ChatOffer | undefined): string {
  if (!offer) return ''
  return `<section class="ask"><h2>${escapeHtml(words.ask)}</h2><p>${escapeHtml(words.askLead)}</p>
${chatLink(offer, words.chat)}</section>`
}

const scriptFor = (offer: ChatOffer | undefined, opening: Opening) =>
  chatScript(offer, { campaign: `opening:${opening.id}`, lang: opening.lang, label: jobWords[opening.lang].chat })

type Wrong = { refusal: ApplyRefusal; form: Form }

function formHtml(opening: Opening, referral: string | null, wrong?: Wrong): string {
  const words = jobWords[opening.lang]
  const sentence = (refusal: ApplyRefusal) =>
    refusal.code === 'too-large' || refusal.code === 'no-resume-type'
      ? words.field[refusal.code]
      : words.field[refusal.field === 'resume' ? 'no-resume-type' : refusal.field]
  const at = (field: string) =>
    wrong?.refusal.field === field ? ` aria-invalid="true" aria-describedby="wrong" autofocus` : ''
  const error = (field: string) =>
    wrong?.refusal.field === field ? `<p class="wrong" id="wrong">${escapeHtml(sentence(wrong.refusal))}</p>` : ''
  const value = (text: string | undefined) => (text ? ` value="${escapeHtml(text)}"` : '')
  const optional = `<span class="optional">${escapeHtml(words.optional)}</span>`
  return `<section class="form" id="form"><h2>${escapeHtml(words.form)}</h2><p>${escapeHtml(words.formLead)}</p>
${wrong ? `<p class="notice" role="alert">${escapeHtml(words.wrong)}: ${escapeHtml(sentence(wrong.refusal))}</p>` : ''}
<form method="post" action="/jobs/${opening.slug}/apply#form" enctype="multipart/form-data">
${referral ? `<input type="hidden" name="ref" value="${escapeHtml(referral)}">` : ''}
<p><label for="name">${escapeHtml(words.name)}</label><input id="name" name="name" autocomplete="name" maxlength="120" required${value(wrong?.form.name)}${at('name')}>${error('name')}</p>
<p><label for="email">${escapeHtml(words.email)}</label><input id="email" name="email" type="email" autocomplete="email" maxlength="254" required${value(wrong?.form.email)}${at('email')}>${error('email')}</p>
<p><label for="phone">${escapeHtml(words.phone)} ${optional}</label><input id="phone" name="phone" type="tel" autocomplete="tel" maxlength="40"${value(wrong?.form.phone)}></p>
<p><label for="message">${escapeHtml(words.message)} ${optional}</label><textarea id="message" name="message" rows="4" maxlength="4000" aria-describedby="message-hint">${escapeHtml(wrong?.form.message ?? '')}</textarea><span class="hint" id="message-hint">${escapeHtml(words.messageHint)}</span></p>
<p><label for="resume">${escapeHtml(words.resume)} ${optional}</label><input id="resume" name="resume" type="file" accept=".pdf,.docx,application/pdf" aria-describedby="${wrong?.refusal.field === 'resume' ? 'wrong' : 'resume-hint'}"${wrong?.refusal.field === 'resume' ? ' aria-invalid="true"' : ''}>${error('resume')}<span class="hint" id="resume-hint">${escapeHtml(words.resumeHint)}</span></p>
<p class="trap" aria-hidden="true"><label for="website">${escapeHtml(words.trap)}</label><input id="website" name="website" tabindex="-1" autocomplete="off"></p>
<p class="check"><input id="consent" name="consent" type="checkbox" value="yes" required${at('consent')}><label for="consent">${escapeHtml(words.consent)}</label>${error('consent')}</p>
<p><button type="submit">${escapeHtml(words.send)}</button></p>
</form></section>`
}

/** A job page; `wrong`: the form as it was sent, with what keeps it from going out. */
export function jobHtml(
  site: Site,
  opening: Opening,
  offer: ChatOffer | undefined,
  options: { referral: string | null; wrong?: Wrong; subscribe?: string },
): string {
  const words = jobWords[opening.lang]
  const since = fillWords(words.posted, {
    date: day((opening.openedAt ?? opening.createdAt).toISOString().slice(0, 10), opening.lang),
  })
  const main = `<article class="job"><header>
<p class="over">${opening.organisationUrl ? `<a href="${escapeHtml(opening.organisationUrl)}" rel="noopener">${escapeHtml(opening.organisation)}</a>` : escapeHtml(opening.organisation)} · ${escapeHtml(since)}</p>
<h1>${escapeHtml(opening.title)}</h1>
${facts(opening)}</header>
${ask(words, offer)}
<div class="text">${jobTextHtml(opening)}</div>
${opening.form ? formHtml(opening, options.referral, options.wrong) : ''}
</article>
${options.subscribe ?? ''}
<p class="after"><a href="/jobs">${escapeHtml(words.all)}</a> · ${escapeHtml(words.share)}</p>`
  return siteDocument(site, {
    ...described(opening, site),
    main,
    data: [jobPosting(site, opening)],
    feeds: feedsOf(site, words),
    here: 'jobs',
    end: scriptFor(offer, opening),
  })
}

const described = (opening: Opening, site: Site): Pick<PageParts, 'title' | 'lead' | 'url' | 'lang'> => ({
  title: `${opening.title}, ${opening.organisation}`,
  lead: plainFrom(opening.description, 180),
  url: jobUrl(site, opening),
  lang: opening.lang,
})

/** `now`: when it arrived. */
export function thanksHtml(site: Site, opening: Opening, offer: ChatOffer | undefined, now: Date): string {
  const words = jobWords[opening.lang]
  const until = new Date(now.getTime() + site.answerDays * dayMs)
  const day = new Intl.DateTimeFormat(opening.lang, { day: 'numeric', month: 'long', timeZone: 'UTC' }).format(until)
  const lead = [fillWords(words.thanksLead, { day }), ...(offer ? [words.thanksChat] : [])].join(' ')
  return siteDocument(site, {
    ...described(opening, site),
    title: words.thanks,
    hidden: true,
    here: 'jobs',
    main: `<header><h1>${escapeHtml(words.thanks)}</h1><p class="lead">${escapeHtml(lead)}</p>
${offer ? chatLink(offer, words.chat) : ''}</header>
<p class="after"><a href="/jobs">${escapeHtml(words.all)}</a></p>`,
    end: scriptFor(offer, opening),
  })
}

/** What became of it, what else is open, and how to hear of the next. */
export function goneHtml(
  site: Site,
  opening: Opening,
  rest: { others: readonly Opening[]; offer: ChatOffer | undefined; subscribe: string },
): string {
  const words = jobWords[opening.lang]
  const { others, offer, subscribe } = rest
  const why = words.goneWhy[opening.closedReason ?? (opening.state === 'open' ? 'expired' : 'withdrawn')]
  return siteDocument(site, {
    ...described(opening, site),
    hidden: true,
    here: 'jobs',
    main: `<header><p class="over">${escapeHtml(opening.title)}, ${escapeHtml(opening.organisation)}</p><h1>${escapeHtml(words.gone)}</h1>
<p class="lead">${escapeHtml(why)}</p></header>
<section><h2>${escapeHtml(words.others)}</h2>${others.length === 0 ? `<p>${escapeHtml(words.noOthers)}</p>` : jobList(others)}</section>
${offer ? `<section class="ask"><h2>${escapeHtml(words.goneAsk)}</h2><p>${escapeHtml(words.goneAskLead)}</p>${chatLink(offer, words.chat)}</section>` : ''}
${subscribe}`,
    end: scriptFor(offer, opening),
  })
}

export function jobsHtml(
  site: Site,
  openings: readonly Opening[],
  offer: ChatOffer | undefined,
  subscribe = '',
): string {
  const words = jobWords[site.lang]
  const lead = site.tagline || words.lead
  const main = `<header><h1>${escapeHtml(site.name)}</h1><p class="lead">${escapeHtml(lead)}</p>
${offer ? chatLink(offer, words.chat) : ''}</header>
<section><h2>${escapeHtml(words.jobs)}</h2>${openings.length === 0 ? `<p>${escapeHtml(words.none)}</p>` : jobList(openings)}
${feedLine(
  site.lang,
  jobFeeds.map(({ path, title }) => ({ href: `/jobs/${path}`, title })),
)}</section>
${subscribe}
${site.about ? `<section class="text">${markdownHtml(site.about)}</section>` : ''}`
  return siteDocument(site, {
    title: site.name,
    lead,
    url: `${site.base}/jobs`,
    lang: site.lang,
    main,
    feeds: feedsOf(site, words),
    here: 'jobs',
    end: chatScript(offer, { campaign: 'jobs', lang: site.lang, label: words.chat }),
  })
}
