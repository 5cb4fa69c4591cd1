import { dayMs, minuteMs } from '#kernel/clock.ts'
import { findJobTalk } from './job-talk/detect.ts'
import { detectLanguage } from './language.ts'
import { fold } from './text.ts'
import type { HistoryItem } from './types.ts'

const ASKS_ABOUT_WORK =
  /(?<![a-z])(?:(?:are|r|is|do) (?:you|u|ya|they|your \w+|you guys)(?: guys| still| currently| all)? (?:hiring|recruiting|looking for (?:people|someone|staff|anyone|a|an|more)|taking on|have (?:any|a|some|night|day)[^.!?]{0,30}(?:jobs?|roles?|work|openings?|positions?|vacanc\w+|shifts?|contracts?))|(?:any|got any|got|have any|what|which|what kind of|what sort of|what other|other|more|the|some|those|your|about|that|a|this|any other|open) (?:[\w-]+ ){0,3}(?:jobs?|roles?|openings?|positions?|vacanc(?:y|ies)|opportunit(?:y|ies)|gigs?|work)(?: (?:do|are|is|going|available|open|have|would|you|for|like|at|in|there|around|on|pay|still|now|left)[^.!?]{0,50})?\?|(?:tell me|hear|know|interested in|curious about|ask(?:ing)? about|learn|talk about|details|more info\w*)[^.!?]{0,30}(?:the|that|this|a|any|your|what) (?:[\w-]+ ){0,3}(?:jobs?|roles?|openings?|positions?|vacanc(?:y|ies)|opportunit(?:y|ies)|work you have|you'?re working on|you are working on|you recruit for|offer)|what (?:are you|do you|'re you|are u|r u)[^.!?]{0,15}(?:working on|recruit(?:ing)?(?: for)?|hiring(?: for)?|looking for|have open|offering|got)|(?:i'?m|i am|im|we'?re|been) (?:\w+ ){0,2}(?:looking for (?:a |an |some )?(?:new |different |other |better |more |full-time |part-time |night )*(?:job|work|role|position|challenge|gig|something new|something else|employer|shifts?|placement)|looking to (?:change|move|switch|leave)|open to (?:offers|a move|new|work|hearing|opportunit\w+|roles?)|job.?hunting|thinking (?:of|about) (?:leaving|moving|changing|quitting|a change|a move|switching)|interested in (?:the|that|your|this|a|joining|working|hearing|applying))|how (?:do|can|would) i apply|where (?:do|can) i apply|can i (?:apply|send (?:you )?my cv|send you my resume)|(?:here'?s|attached|sending) my (?:cv|resume)|i(?:'d| would) (?:like|love) to (?:apply|work (?:for|with)|join|know more about (?:the|that|your) (?:job|role|position))|what does (?:it|the (?:job|role|position)) pay|(?:what'?s|what is) the (?:pay|salary|rate)|(?:how much|what) (?:does|do|would|is)[^.!?]{0,25}pay|is (?:it|the (?:job|role|position|vacancy|opening)|that (?:job|role|position)) (?:still )?(?:only nights|remote|full[- ]time|part[- ]time|open|available|nights|days)|do you (?:know of|have) (?:any|a|some) (?:\w+ ){0,2}(?:jobs?|openings?|roles?|work|positions?|vacanc\w+|night shifts?)|any night shifts|(?:do|would) (?:you|u) (?:have|recruit|hire|know of)[^.!?]{0,12} (?:anything|something|stuff|people) (?:for|in|near|around)|do you (?:also )?(?:recruit|hire) (?:for|in)|(?:might|may|could|would) be (?:open to|up for|interested in|tempted by) (?:something|a new|other|a change|a move|hearing|the right)|en que (?:estas|esta|andas) (?:trabajando|buscando)?|em que (?:voce )?(?:esta|estas) (?:trabalhando|a trabalhar)|i need (?:a |some )?(?:new )?(?:job|work)|sucht ihr|suchen sie (?:noch|leute|gerade|jemand\w*|pfleg\w*|mitarb\w*)|habt ihr (?:\w+ ){0,4}(?:stellen?|jobs?|frei|arbeit|offen\w*)|haben sie (?:\w+ ){0,4}(?:stellen?|jobs?|offene)|hast du (?:\w+ ){0,4}(?:stellen?|jobs?|offen\w*|arbeit fur mich)|welche (?:stellen?|jobs?|positionen)|gibt es (?:\w+ ){0,4}(?:stellen?|jobs?|offene|noch)|stellt ihr (?:\w+ ){0,2}ein|ich suche (?:\w+ ){0,4}(?:job|stelle|arbeit|herausforderung)|(?:mehr|was) (?:uber|zu) (?:der|die|den|dem) (?:stelle|job|position)|wie (?:kann|konnte) ich mich bewerben|was (?:zahlt|verdient|suchst du|sucht ihr)|woran arbeitest du|was wird (?:gezahlt|bezahlt)|vous recrutez|tu recrutes|(?:vous|tu) (?:avez|as|auriez|aurais)[^.!?]{0,30}(?:postes?|emploi|offres?|travail|missions?)|quels? (?:sont les )?(?:postes?|offres?|emplois?)|je (?:cherche|recherche)[^.!?]{0,30}(?:travail|emploi|poste|job|mission|boulot)|comment (?:postuler|candidater)|(?:en savoir plus|parler|infos?)[^.!?]{0,20}(?:poste|offre|emploi|mission)|quel (?:est le )?salaire|combien (?:ca )?paye|sur quoi (?:tu travailles|vous travaillez)|il y a (?:des|un) (?:postes?|offres?)|(?:teneis|tienen|tienes|tiene|hay|habra)[^.!?]{0,30}(?:vacantes?|puestos?|trabajo|plazas?|ofertas?|empleos?)|(?:estais|estan|estas) (?:contratando|buscando)|que (?:puestos?|vacantes?|ofertas?|trabajos?)|busco (?:\w+ ){0,3}(?:trabajo|empleo|puesto|curro|chamba)|(?:como|donde) (?:puedo )?(?:aplico|aplicar|postular\w*|me apunto|presento)|(?:me interesa|mas sobre|mas informacion|cuentame)[^.!?]{0,25}(?:puesto|vacante|oferta|trabajo)|cuanto (?:pagan|se paga|es el sueldo)|cual es el (?:sueldo|salario)|(?:tem|ha|voces tem|tens|existe\w*|teria)[^.!?]{0,30}(?:vagas?|emprego|trabalho|oportunidades?)|(?:estao|voces estao|esta) (?:contratando|a contratar|a recrutar)|que (?:vagas?|oportunidades?)|quais (?:sao )?(?:as )?vagas|(?:procuro|estou procurando|estou a procura|busco)[^.!?]{0,25}(?:emprego|trabalho|vaga|oportunidade)|como (?:me candidato|posso me candidatar|faco para me candidatar)|(?:mais sobre|saber mais|interesse)[^.!?]{0,25}(?:vaga|emprego|posicao|oportunidade)|quanto (?:paga|e o salario)|qual (?:e )?o salario|hebben jullie[^.!?]{0,30}(?:vacatures?|werk|banen|plek\w*|nachtdienst\w*)|heb je[^.!?]{0,30}(?:vacatures?|werk voor|een baan|openstaande|functies?)|(?:zoeken jullie|zoekt u|zoek je) (?:nog )?(?:mensen|iemand|personeel|een|verple\w*|lasser\w*)|welke (?:vacatures?|functies?|banen)|(?:zijn|is) er[^.!?]{0,25}(?:vacatures?|werk|banen|plekken)|ik zoek (?:\w+ ){0,3}(?:baan|werk|functie|uitdaging)|(?:meer (?:over|weten)|interesse)[^.!?]{0,25}(?:vacature|functie|baan)|hoe (?:kan ik )?solliciteer\w*|wat (?:betaalt|verdient|is het salaris)|waar werk je (?:nu )?aan)/

/** A question or wish of theirs about work that we may have for them. */
export function asksAboutWork(text: string): boolean {
  const folded = fold(text)
  if (isDecline(text)) return false
  return ASKS_ABOUT_WORK.test(folded)
}

const DECLINES =
  /(?<![a-z])(?:(?:not|isn't|ain't|no longer|not really|not at all) (?:really )?(?:interested|looking(?! (?:forward|good))|on the market|open to (?:offers|a move|new|changing|roles?|jobs?)|for me(?=[.!,]|$)|(?:thinking (?:of|about)|planning on|planning to) (?:moving|leaving|changing|move|leave|change))|i'?ll pass|no thanks?(?: you)?(?=[.!,]|$| i| not| we| but)|no,? thank you|please (?:stop|don't (?:contact|message|write|send)|do not (?:contact|message|write|send)|leave me|remove me|take me off|no more)|stop (?:messaging|writing|contacting|sending|spamming)|leave me alone|don't (?:contact|message|write to) me|unsubscribe me|don't want (?:a |any |another )?(?:new )?(?:jobs?|offers?|role)|i'?m (?:very |really |quite |perfectly )?(?:happy|fine|good|content) where i am|not (?:right )?now,? (?:thanks|thank you)|(?:have|need) to decline|i decline|thanks,? but no(?: thanks?)?(?=[.!,]|$)|(?:i'd |i would )?(?:rather|prefer to) (?:stay|keep|not)|staying (?:where i am|put)|kein interesse|nicht interessiert|nein,? danke|kein bedarf|lass(?:en sie)? mich in ruhe|(?:bitte )?(?:schreib\w*|kontaktier\w*)[^.!?]{0,20}nicht mehr|keine (?:angebote|jobangebote|nachrichten) mehr|suche (?:gerade |derzeit |aktuell )?nichts|nicht auf der suche|bin (?:sehr )?zufrieden (?:wo|mit meine|da wo)|(?:pas|plus) interess\w*|non merci|(?:ne )?(?:me )?contacte[zr]? plus|laisse[zr]?[- ]moi tranquille|arrete[zr]? de m|pas (?:a la recherche|en recherche|disponible pour ca)|je ne cherche (?:pas|rien)|je suis bien (?:ou|la ou) je suis|no me interesa|no estoy (?:interesad[oa]|buscando)|no,? gracias|no busco|deja de (?:escribir|mandar|contactar)\w*|no me (?:escribas|contactes|mandes) mas|estoy (?:bien|contento|contenta|feliz) donde estoy|nao (?:tenho interesse|estou (?:interessad[oa]|procurando|a procura))|nao,? obrigad[oa]|nao me (?:interessa|contate|mande)|pare de (?:me )?(?:escrever|mandar|contatar)|estou (?:bem|feliz) onde estou|(?:geen|niet) (?:interesse|geinteresseerd)|nee,? (?:dank je|bedankt|dank u)|(?:stop|hou op) met (?:berichten|schrijven|appen|mailen)|laat me met rust|niet meer (?:benaderen|contacteren|berichten|mailen)|ik zoek (?:nu |momenteel )?niets|niet op zoek)/

/** Whether their message turns work, or us, away. */
export function isDecline(text: string): boolean {
  return DECLINES.test(fold(text))
}

export type Standing = {
  theyWrote: boolean
  /** They asked about work, or wrote that they look for it, and didn't turn it down later. */
  theyAskedAboutWork: boolean
  declinedAfterAll: boolean
}

export function readStanding(history: readonly HistoryItem[]): Standing {
  let theyWrote = false
  let asked = false
  let declined = false
  for (const item of history) {
    if (item.from !== 'them') continue
    if (item.text.trim().length > 0) theyWrote = true
    if (isDecline(item.text)) {
      declined = true
      asked = false
    } else if (asksAboutWork(item.text)) {
      asked = true
      declined = false
    }
  }
  return { theyWrote, theyAskedAboutWork: asked, declinedAfterAll: declined }
}

/** A yes to our question about work is asking about it. */
export function answersYesToJobTalk(history: readonly HistoryItem[]): boolean {
  const last = history.at(-1)
  const before = history.at(-2)
  if (!last || !before || last.from !== 'them' || before.from !== 'me' || isDecline(last.text)) return false
  const yes =
    /^\W*(?:yes|yeah|yep|yup|sure|absolutely|definitely|of course|why not|tell me more|go on|ja|gerne?|klar|natuerlich|unbedingt|oui|volontiers|bien sur|carrement|si|claro|por supuesto|sim|com certeza|manda|graag|tuurlijk|zeker|vertel|erzahl|sounds (?:good|interesting)|i'?d love|love to|interested)(?![a-z])/
  return yes.test(fold(last.text)) && findJobTalk(before.text).length > 0
}

const ONE_MESSAGE_MS = 15 * minuteMs
const SECOND_AFTER_MS = 3 * dayMs

export type Unanswered = { count: number; tooSoon: boolean; lastAt?: Date }

/** Ours since their last word, the draft included; what lies within 15 minutes of the one before counts as one. */
export function countUnanswered(history: readonly HistoryItem[], now: Date): Unanswered {
  const ours: number[] = []
  for (const item of history) {
    if (item.from === 'them') ours.length = 0
    else if (item.at) ours.push(item.at.getTime())
    else ours.push(Number.NaN)
  }
  const groups: { start: number; end: number }[] = []
  for (const at of [...ours, now.getTime()]) {
    const last = groups.at(-1)
    if (last && at - last.end <= ONE_MESSAGE_MS) last.end = at
    else groups.push({ start: at, end: at })
  }
  const [first, second] = groups
  const lastAt = ours.at(-1)
  return {
    count: groups.length,
    tooSoon: groups.length === 2 && !!first && !!second && second.start - first.end <= SECOND_AFTER_MS,
    ...(lastAt !== undefined && !Number.isNaN(lastAt) && { lastAt: new Date(lastAt) }),
  }
}

/** In time order; items without a time keep their place. */
export function inOrder(history: readonly HistoryItem[]): readonly HistoryItem[] {
  const sorted = history.every((item, i) => {
    const before = history[i - 1]
    return !before?.at || !item.at || before.at <= item.at
  })
  if (sorted || history.some(item => !item.at)) return history
  return [...history].sort((a, b) => (a.at?.getTime() ?? 0) - (b.at?.getTime() ?? 0))
}

export function lastOfTheirs(history: readonly HistoryItem[]): HistoryItem | undefined {
  return history.findLast(item => item.from === 'them')
}

/** The languages they wrote in, latest messages first; empty when it can't be told. */
export function languagesOf(history: readonly HistoryItem[]): ReadonlySet<string> {
  const theirs = history.filter(item => item.from === 'them').slice(-8)
  const found = new Set<string>()
  for (const item of theirs) {
    const detected = detectLanguage(item.text)
    if (detected) found.add(detected.language)
  }
  if (found.size === 0 && theirs.length > 1) {
    const together = detectLanguage(theirs.map(item => item.text).join('. '))
    if (together) found.add(together.language)
  }
  return found
}
