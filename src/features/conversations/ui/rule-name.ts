import { hardCodes } from '#features/etiquette/model.ts'
import { useText } from '#web/i18n/i18n.ts'

/** A rule by its code, in the reader's words; one that this browser doesn't know keeps its code. */
export function useRuleName(): (code: string) => string {
  const t = useText('etiquette')
  return code => {
    const key = `${hardCodes.some(hard => hard === code) ? 'hard-rule' : 'rule'}.${code}.name`
    const name = t(key)
    return name === key ? code : name
  }
}
