import { useText } from '#web/i18n/i18n.ts'
import type { ApplicationView } from '../wire.ts'

/** What somebody wrote by the form of a job page, and their résumé. */
export function Letter({ application: one }: { application: ApplicationView }) {
  const t = useText('openings')
  return (
    <>
      {one.message !== '' && <p className="j-message">{one.message}</p>}
      {one.resume && (
        <p>
          <a href={`/api/v1/applications/${one.id}/resume`} download={one.resume.name}>
            {one.resume.name}
          </a>{' '}
          <span className="k-meta">{t(`resume.${one.resume.state}`)}</span>
        </p>
      )}
      {one.referral && <p className="k-meta">{t('came-by', { code: one.referral })}</p>}
    </>
  )
}
