import { useLanguage, useText } from '#web/i18n/i18n.ts'

const known = ['wrong-credentials', 'not-found', 'forbidden', 'insecure', 'conflict']

/** Why a network does not let the account in. Its own words are English; in another language they stand behind ours. */
export function Refusal({ code = '', text }: { code?: string | undefined; text?: string | undefined }) {
  const t = useText('conversations')
  const { code: language } = useLanguage()
  const ours =
    known.includes(code) && (text === undefined || language !== 'en') ? t(`connections.code.${code}`) : undefined
  return (
    <>
      {ours} {text !== undefined && <span lang="en">{text}</span>}
    </>
  )
}
