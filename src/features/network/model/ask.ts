import type { ToolKind } from '#kernel/tools.ts'

export type AskLanguage = 'en' | 'de'
export type AskFacts = {
  /** Given names. */
  asked: string
  me: string
  /** Full name of the person wanted. */
  wanted: string
  /** Between the two, when the one asked does not know the wanted one: full name. */
  between: string | null
  /** What we read of the wanted one. */
  title: string | null
}

/**
 * The ask as each kind of tool says it: short lines and no salutation in chat, a letter's form on a sourcing tool or by mail. It says
 * why, leaves an easy no, and names no job: that is for the one who is introduced to ask about.
 */
export function askWords(kind: ToolKind | 'mail', language: AskLanguage, facts: AskFacts): string {
  const { asked, me, wanted, between, title } = facts
  const chat = kind === 'messaging' || kind === 'mixed'
  if (language === 'de') {
    const why = title
      ? `Ich habe „${title}“ von ${wanted} gelesen und würde gern mehr darüber hören.`
      : `Ich würde ${wanted} gern kennenlernen.`
    const ask = between
      ? `Ihr kennt euch nicht direkt, aber du kennst ${between}. Magst du dort ein Wort für mich einlegen?`
      : 'Ihr kennt euch, glaube ich. Magst du uns bekannt machen?'
    const no = 'Ein Nein ist völlig in Ordnung.'
    return chat ? `${asked}, ${lower(why)} ${ask} ${no}` : `Hallo ${asked},\n\n${why} ${ask}\n\n${no}\n\n${me}`
  }
  const why = title
    ? `I read “${title}” by ${wanted} and would like to hear more about it.`
    : `I would like to get to know ${wanted}.`
  const ask = between
    ? `You know ${between}, who knows them. Would you put in a word for me there?`
    : 'You two know each other, I think. Would you introduce us?'
  const no = 'A no is perfectly fine.'
  return chat ? `${asked}, ${why} ${ask} ${no}` : `Hello ${asked},\n\n${why} ${ask}\n\n${no}\n\n${me}`
}

const lower = (sentence: string) => sentence.charAt(0).toLowerCase() + sentence.slice(1)
