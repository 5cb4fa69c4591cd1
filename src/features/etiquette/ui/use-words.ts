import { toolLabel } from '#features/tools/model.ts'
import { useText } from '#web/i18n/i18n.ts'
import { hourOf, type LineValue, type PolicyLine, readLine } from '../model.ts'

/** Lines and their values in the reader's words. */
export function useWords() {
  const t = useText('etiquette')
  /** A line that this browser doesn't know keeps its id. */
  const nameOf = (line: string): string => {
    const read = readLine(line)
    if (!('kind' in read)) return line
    switch (read.kind) {
      case 'limit':
        return t(`limit.${read.limit}.name`)
      case 'rule':
        return t(`rule.${read.code}.name`)
      default:
        return toolLabel(read.tool)
    }
  }
  /** "3 days", "21:00", "warns". */
  const valueWords = (line: PolicyLine | undefined, value: LineValue): string => {
    if (typeof value === 'string') return t(`verdict.${value}`)
    if (line?.kind === 'length') return t('unit.characters', { count: value })
    if (line?.kind !== 'limit') return String(value)
    switch (line.limit) {
      case 'quiet-from':
      case 'quiet-until':
        return hourOf(value)
      case 'promo-share':
        return t('unit.percent', { count: value })
      case 'unanswered':
        return t('unit.messages', { count: value })
      case 'same-text-people':
        return t('unit.people', { count: value })
      default:
        return t('unit.days', { count: value })
    }
  }
  /** What the value does, in a sentence. */
  const effectOf = (line: PolicyLine, value: LineValue): string => {
    if (line.kind === 'rule') return t(`effect.${value}`, { rule: t(`rule.${line.code}.when`) })
    const words = valueWords(line, value)
    if (line.kind === 'length') return t('effect.length', { value: words, tool: toolLabel(line.tool) })
    return t(`limit.${line.limit}.effect`, { value: words })
  }
  return { nameOf, valueWords, effectOf }
}
