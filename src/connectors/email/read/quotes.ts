export type Folded = {
  /** What they wrote now. */
  text: string
  /** What came along: the quoted mail and the signature. Empty when there is none. */
  folded: string
}

const maxAttributionLines = 4

/** “On … wrote:” in the languages mail programs speak; the verb decides, so that a date in any form is taken. */
const attribution =
  /^(?:>\s*)*(?:(?:on|am|le|el|em|op|il|den|dnia|w dniu|dne|pada|vào|在|於|den|a|kl\.)\b.{0,300}?(?:wrote|schrieb(?: .{0,120})?|a écrit|escribi[oó]|escreveu|schreef(?: .{0,120})?|ha scritto|skrev(?: .{0,120})?|napisa[łl]\(?a?\)?|napsal\(?a?\)?|menulis|写道|寫道)\s*[:：]|.{3,200}(?:<[^<>\s]+@[^<>\s]+>|@\S+)\s*(?:wrote|schrieb|a écrit|escribió|escreveu|schreef|ha scritto|skrev)\s*[:：])\s*$/is
const attributionVerb =
  /(?:wrote|schrieb|a écrit|escribi[oó]|escreveu|schreef|ha scritto|skrev|napisa|napsal|menulis|写道|寫道).{0,120}[:：]\s*$/i
const originalMessage =
  /^\s*-{2,}\s*(?:original(?:e|nachricht)?(?: message| appointment)?|ursprüngliche nachricht|message d['’]origine|mensaje original|mensagem original|messaggio originale|oorspronkelijk bericht|originalmeddelande)\s*-{2,}\s*$/i
const headerLine =
  /^\*?(?:from|von|de|da|van|från|fra|od|sent|gesendet|envoyé|enviado(?: el)?|inviato|verzonden|skickat|sendt|date|datum|data|fecha|to|an|à|para|a|aan|till|til|do|cc|kopie|betreff|subject|objet|asunto|assunto|oggetto|onderwerp|ämne|emne|temat)\s*:\*?\s*\S/i
const fromLine = /^\*?(?:from|von|de|da|van|från|fra|od)\s*:\*?\s*\S/i
const deviceLine =
  /^(?:sent from (?:my )?\S.{0,60}|(?:von meinem|gesendet von(?: meinem)?|von) .{1,50} gesendet\.?|gesendet (?:von|mit) .{1,60}|envoyé (?:de|depuis) .{1,60}|enviado (?:desde|do|de) .{1,60}|inviato da .{1,60}|verzonden (?:vanaf|met) .{1,60}|get outlook for .{1,60}|outlook für .{1,40} beziehen.{0,60}|holen sie sich outlook .{0,60})$/i

/**
 * Takes the quoted mail below and the signature off. Words between quotes are an answer point by point and stay with them; when
 * nothing else would be left (a forwarded mail) all of it stays.
 */
export function foldQuotes(source: string): Folded {
  const lines = source.split('\n')
  const end = Math.min(endOfOwnWords(lines), startOfSignature(lines))
  const kept = trimDevice(lines.slice(0, end))
  const text = kept.join('\n').trim()
  if (text === '') return { text: source.trim(), folded: '' }
  return { text, folded: lines.slice(kept.length).join('\n').trim() }
}

/** The first line that belongs to the quoted mail at the end; the number of lines when there is none. */
function endOfOwnWords(lines: readonly string[]): number {
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? ''
    if (originalMessage.test(line)) return at
    if (fromLine.test(line) && countHeaders(lines, at) >= 3) return beforeRule(lines, at)
    const length = attributionLength(lines, at)
    if (length > 0 && restIsQuoted(lines, at + length)) return at
  }
  let at = lines.length
  while (at > 0 && (/^\s*(?:>|$)/.test(lines[at - 1] ?? '') || startOfSignature(lines) < at)) at -= 1
  return lines.slice(at).some(line => line.trimStart().startsWith('>')) ? at : lines.length
}

/** How many lines the “On … wrote:” that begins here takes, 0 when it is none. */
function attributionLength(lines: readonly string[], at: number): number {
  const first = (lines[at] ?? '').trim()
  if (first === '' || first.startsWith('>')) return 0
  let joined = ''
  for (let length = 1; length <= maxAttributionLines; length += 1) {
    const line = lines[at + length - 1]
    if (line === undefined || line.trim() === '') return 0
    joined = `${joined} ${line.trim()}`.trim()
    if (attributionVerb.test(line) && attribution.test(joined)) return length
  }
  return 0
}

/** After an attribution: a quote to the end (or to a signature below it). Without any `>` it is an old program's bare quote. */
function restIsQuoted(lines: readonly string[], from: number): boolean {
  const rest = lines.slice(from, Math.max(startOfSignature(lines), from)).filter(line => line.trim() !== '')
  const quoted = rest.filter(line => line.trimStart().startsWith('>')).length
  if (quoted === 0) return true
  // Some programs break quoted lines and forget the mark on the remainder.
  const lastQuoted = rest.findLastIndex(line => line.trimStart().startsWith('>'))
  const firstQuoted = rest.findIndex(line => line.trimStart().startsWith('>'))
  const between = rest.slice(firstQuoted, lastQuoted).filter(line => !line.trimStart().startsWith('>'))
  return firstQuoted === 0 && lastQuoted === rest.length - 1 && between.length <= quoted / 4
}

function countHeaders(lines: readonly string[], at: number): number {
  let count = 0
  for (const line of lines.slice(at, at + 8)) {
    if (headerLine.test(line.trim())) count += 1
    else if (line.trim() !== '' && !/^\s/.test(line)) break
  }
  return count
}

/** Outlook draws a line above its header block. */
function beforeRule(lines: readonly string[], at: number): number {
  let from = at
  while (from > 0 && /^\s*(?:_{5,}|-{5,})?\s*$/.test(lines[from - 1] ?? '')) from -= 1
  return from
}

function startOfSignature(lines: readonly string[]): number {
  const at = lines.findIndex(line => /^--\s?$/.test(line))
  return at < 0 ? lines.length : at
}

function trimDevice(lines: readonly string[]): readonly string[] {
  let end = lines.length
  while (end > 0 && (lines[end - 1] ?? '').trim() === '') end -= 1
  if (end > 0 && deviceLine.test((lines[end - 1] ?? '').trim())) end -= 1
  return lines.slice(0, end)
}
