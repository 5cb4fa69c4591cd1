import { isPromotion } from '#features/etiquette/model.ts'
import { minuteMs } from '#kernel/clock.ts'

/** A message of a room, in its order. `sender` is the network's id, `name` what people see. */
export type RoomLine = {
  id: string
  own: boolean
  sender: string
  name: string
  text: string
  atMs: number
  replyTo: string | null
}

/** How it is known to whom somebody spoke: they answered that message, named them, or came right after. */
export type Because = 'reply' | 'named' | 'follows'

/** `of`: the message of the other side that it belongs to. */
export type Act =
  | { kind: 'answer'; message: string; of: string; because: Because; atMs: number }
  | { kind: 'thanks'; message: string; of: string; because: Because; words: string; atMs: number; sender: string }
  | { kind: 'answered-us'; message: string; of: string; because: Because; atMs: number; sender: string }
  | { kind: 'promotion'; message: string; atMs: number }
  | { kind: 'post'; message: string; atMs: number }

const reach = { namedMs: 60 * minuteMs, rightAfterMs: 10 * minuteMs, linesBetween: 3, leastWords: 3 } as const

const THANKS =
  /(?<![\p{L}])(?:thanks|thank (?:you|u)|thx|tysm|ty|tks|much appreciated|cheers|danke(?:sch[oö]n)?|vielen dank|besten dank|lieben dank|merci|mille mercis|(?:muchas |mil )?gracias|(?:muito )?obrigad[oa]|valeu|brigad[oa]|dank (?:je|u|jullie)(?: wel)?|bedankt|dankjewel)(?![\p{L}])/iu
/** Said to turn something down, ahead of it, or of somebody else. */
const NO_THANKS =
  /(?<![\p{L}])(?:no,? thank(?:s| you)|thanks,? but no|thank(?:s| you) in advance|thanks to (?:the|my|our|a)|nein,? danke|danke,? nein|danke im voraus|(?:vielen|besten) dank im voraus|non,? merci|merci d.avance|merci de (?:ne|bien)|no,? gracias|gracias de antemano|gracias a (?:la|el|los|mi)|n[aã]o,? obrigad[oa]|obrigad[oa] desde j[aá]|nee,? (?:dank|bedankt)|alvast bedankt|bij voorbaat dank)(?![\p{L}])/iu
const ASKS =
  /(?<![\p{L}])(?:any(?:one|body) (?:know|has|have|here|tried|got)|does anyone|can (?:someone|somebody|anyone)|wei(?:ß|ss) (?:jemand|wer)|kann (?:mir )?(?:jemand|wer)|hat (?:jemand|wer)|quelqu.un (?:sait|a|conna[iî]t|peut)|alguien (?:sabe|tiene|conoce|puede)|algu[eé]m (?:sabe|tem|conhece|pode)|(?:weet|heeft|kan) iemand)(?![\p{L}])/iu

const wordsOf = (text: string) => text.split(/\s+/).filter(word => /[\p{L}\p{N}]/u.test(word))

/** Asks something of whoever is there; a question mark in an address is none. */
export function isQuestion(text: string): boolean {
  const bare = text.replace(/https?:\/\/\S+/g, ' ')
  return /[?？؟]/.test(bare) || ASKS.test(bare)
}

/** The words of thanks in a text, where they are meant as such. */
export function thanksIn(text: string): string | undefined {
  return NO_THANKS.test(text) ? undefined : THANKS.exec(text)?.[0]
}

/** Whether a text speaks to somebody by one of these names. */
export function namesOneOf(text: string, names: readonly string[]): boolean {
  const folded = text.toLowerCase()
  return names.some(name => {
    const wanted = name.trim().toLowerCase()
    if (wanted.length < 2) return false
    const at = folded.indexOf(wanted)
    if (at < 0) return false
    const before = folded[at - 1]
    const after = folded[at + wanted.length]
    const whole = (edge: string | undefined) => edge === undefined || !/[\p{L}\p{N}_-]/u.test(edge)
    // Two letters are a name only where a name stands.
    return whole(before) && whole(after) && (wanted.length > 2 || at === 0 || before === '@')
  })
}

/**
 * What was given and received in a room, each by one rule that can be shown. `lines` in the room's order; stretches of it are enough,
 * for only what stands near our own messages counts. `ours`: the names we have there.
 */
export function readActs(lines: readonly RoomLine[], ours: readonly string[]): Act[] {
  const byId = new Map(lines.map(line => [line.id, line]))
  return lines.flatMap((line, at) =>
    line.own
      ? ownActs(line, lines.slice(Math.max(0, at - 20), at), byId)
      : theirActs(line, lines.slice(Math.max(0, at - 20), at), byId, ours),
  )
}

function ownActs(line: RoomLine, before: readonly RoomLine[], byId: ReadonlyMap<string, RoomLine>): Act[] {
  const { id: message, atMs } = line
  const post: Act = { kind: 'post', message, atMs }
  if (isPromotion(line.text)) return [post, { kind: 'promotion', message, atMs }]
  const question = questionAnswered(line, before, byId)
  return question ? [post, { kind: 'answer', message, atMs, of: question.of, because: question.because }] : [post]
}

type Belongs = { of: string; because: Because }

function questionAnswered(
  line: RoomLine,
  before: readonly RoomLine[],
  byId: ReadonlyMap<string, RoomLine>,
): Belongs | undefined {
  if (wordsOf(line.text).length < reach.leastWords || isOnlyAsking(line.text)) return undefined
  const replied = line.replyTo === null ? undefined : byId.get(line.replyTo)
  if (replied) return !replied.own && isQuestion(replied.text) ? { of: replied.id, because: 'reply' } : undefined
  const asked = before.filter(each => !each.own && isQuestion(each.text) && line.atMs - each.atMs <= reach.namedMs)
  const named = asked.findLast(each => namesOneOf(line.text, [each.name]))
  if (named) return { of: named.id, because: 'named' }
  const last = before.findLast(each => !each.own)
  // Several lines of ours after one question are one answer.
  const ownSince = last !== undefined && before.some(each => each.own && each.atMs >= last.atMs)
  if (!last || ownSince || !isQuestion(last.text) || line.atMs - last.atMs > reach.rightAfterMs) return undefined
  return { of: last.id, because: 'follows' }
}

const isOnlyAsking = (text: string) => /[?？؟]\s*$/.test(text) && !/[.!]\s/.test(text)

function theirActs(
  line: RoomLine,
  before: readonly RoomLine[],
  byId: ReadonlyMap<string, RoomLine>,
  ours: readonly string[],
): Act[] {
  const { id: message, atMs, sender } = line
  const words = thanksIn(line.text)
  const spoken = spokenToUs(line, before, byId, ours, words !== undefined)
  if (!spoken) return []
  const answered: Act = { kind: 'answered-us', message, atMs, sender, ...spoken }
  return words === undefined ? [answered] : [answered, { kind: 'thanks', message, atMs, sender, words, ...spoken }]
}

function spokenToUs(
  line: RoomLine,
  before: readonly RoomLine[],
  byId: ReadonlyMap<string, RoomLine>,
  ours: readonly string[],
  thanks: boolean,
): Belongs | undefined {
  const replied = line.replyTo === null ? undefined : byId.get(line.replyTo)
  if (replied) return replied.own ? { of: replied.id, because: 'reply' } : undefined
  const last = before.findLast(each => each.own && line.atMs - each.atMs <= reach.namedMs)
  if (!last) return undefined
  if (namesOneOf(line.text, ours)) return { of: last.id, because: 'named' }
  // “tom: …” is for somebody else, whether or not he is in this stretch.
  if (/^[^\s:]{2,30}: /.test(line.text)) return undefined
  const since = before.slice(before.indexOf(last) + 1)
  const others = since.filter(each => each.sender !== line.sender)
  if (
    namesOneOf(line.text, [
      ...new Set(before.filter(each => !each.own && each.sender !== line.sender).map(each => each.name)),
    ])
  )
    return undefined
  if (line.atMs - last.atMs > reach.rightAfterMs) return undefined
  // Thanks right after our words are for them; so is what comes next after a question of ours.
  if (thanks && others.length < reach.linesBetween) return { of: last.id, because: 'follows' }
  return isQuestion(last.text) && since.length === 0 ? { of: last.id, because: 'follows' } : undefined
}

/** Questions that nobody took up: no reply, nobody named their asker, and no other voice in the ten minutes after. */
export function openQuestions(lines: readonly RoomLine[]): RoomLine[] {
  const replied = new Set(lines.flatMap(line => line.replyTo ?? []))
  return lines.filter((line, at) => {
    if (line.own || !isQuestion(line.text) || replied.has(line.id)) return false
    const after = lines.slice(at + 1, at + 31).filter(each => each.sender !== line.sender || each.own)
    return !after.some(each => each.atMs - line.atMs <= reach.rightAfterMs || namesOneOf(each.text, [line.name]))
  })
}
