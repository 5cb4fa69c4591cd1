import { isStage } from '#features/relationships/model.ts'
import type { Next, NextStep } from './next.ts'
import { hourOf, kithsOwn } from './policy.ts'
import type { Assessment, Finding, Reason } from './types.ts'
import type { Catalogue } from './words/catalogue.ts'
import { de } from './words/de.ts'
import { en } from './words/en.ts'
import type { Facts, Phrase, Sentences } from './words/phrases.ts'

const CATALOGUES = { en, de } as const satisfies Record<string, Catalogue>

/** The languages that reasons can be said in. */
export const wordLanguages = ['en', 'de'] as const
export type WordLanguage = (typeof wordLanguages)[number]

/** The language to speak to somebody who asks for these, most wanted first: `de-AT`, or `de;q=0.8` as HTTP writes it. */
export function wordLanguageFor(wanted: readonly string[]): WordLanguage {
  const codes = wanted
    .flatMap(list => list.split(','))
    .map((one, i) => ({ code: one.trim().slice(0, 2).toLowerCase(), weight: weightOf(one), i }))
    .filter(one => one.weight > 0)
    .sort((a, b) => b.weight - a.weight || a.i - b.i)
  for (const { code } of codes) {
    const known = wordLanguages.find(language => language === code)
    if (known) return known
  }
  return 'en'
}

function weightOf(one: string): number {
  const given = /;\s*q=([\d.]+)/.exec(one)?.[1]
  return given === undefined ? 1 : Number(given)
}

const names = new Map<WordLanguage, Intl.DisplayNames>()

function nameOfLanguage(code: string, language: WordLanguage): string {
  let named = names.get(language)
  if (!named) {
    named = new Intl.DisplayNames([language], { type: 'language' })
    names.set(language, named)
  }
  return named.of(code) ?? code
}

/** "1 5" → “Monday and Friday”. */
function namesOfWeekdays(codes: string, language: WordLanguage): string {
  const name = new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' })
  // 4 January 1970 was a Sunday.
  const days = codes.split(' ').map(code => name.format(new Date(Date.UTC(1970, 0, 4 + Number(code)))))
  return new Intl.ListFormat(language).format(days)
}

/** Puts the facts into the phrase's two sentences. */
export function say(phrase: Phrase, facts: Facts, language: WordLanguage): Sentences {
  const catalogue: Catalogue = CATALOGUES[language]
  const put = (text: string) =>
    text.replace(/\{(\w+)\}/g, (place, name: string) => {
      const fact = facts[name]
      if (fact === undefined) return place
      if (name === 'stage' && typeof fact === 'string' && isStage(fact)) return catalogue.stages[fact]
      if (name === 'language') return nameOfLanguage(String(fact), language)
      if (name === 'weekdays') return namesOfWeekdays(String(fact), language)
      return String(fact)
    })
  const { message, instead } = catalogue.phrases[phrase]
  return { message: put(message), instead: put(instead) }
}

export const inWords = (finding: Finding, language: WordLanguage): Reason => ({
  ...finding,
  ...say(finding.phrase, finding.facts, language),
})

type StepFacts = { until: string; about?: Facts | undefined }

/** `until`: when the quiet hours end; `about`: what a draft that may be sent takes up. */
export function stepInWords(step: NextStep, language: WordLanguage, { until, about }: StepFacts): Next {
  const { steps, sendAbout } = CATALOGUES[language]
  if (step !== 'send' || !about) return { step, words: steps[step].replace('{until}', until) }
  return { step, words: sendAbout.replace(/\{(\w+)\}/g, (place, name: string) => String(about[name] ?? place)), about }
}

/** The same judgement in another language: what the server judged, on a German screen. */
export function reworded(assessment: Assessment, language: WordLanguage): Assessment {
  return {
    ...assessment,
    reasons: assessment.reasons.map(reason => inWords(reason, language)),
    next: stepInWords(assessment.next.step, language, {
      until: String(
        assessment.reasons.find(reason => reason.code === 'quiet-hours')?.facts.until ??
          hourOf(kithsOwn.limits['quiet-until']),
      ),
      about: assessment.next.about,
    }),
  }
}
