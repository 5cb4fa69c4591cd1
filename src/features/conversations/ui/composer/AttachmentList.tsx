import { useLanguage, useText } from '#web/i18n/i18n.ts'
import { Button } from '#web/kit/Button.tsx'
import { Icon } from '#web/kit/Icon.tsx'
import { formatBytes } from '../thread/bytes.ts'
import type { Attachments } from './use-attachments.ts'

/** The files that go with the message: how far each is, and what can be done with it. */
export function AttachmentList({ attachments }: { attachments: Attachments }) {
  const t = useText('conversations')
  const { formats } = useLanguage()
  const percent = new Intl.NumberFormat(formats, { style: 'percent' })
  if (attachments.list.length === 0) return null
  return (
    <ul className="c-attached" aria-label={t('files.list')}>
      {attachments.list.map(({ id, name, bytes, state }) => (
        <li key={id}>
          <Icon name="file" size={16} />
          <bdi className="c-attached-name">{name}</bdi>
          <span className="k-meta">{formatBytes(bytes, formats)}</span>
          {state.kind === 'going' && (
            <>
              <progress max={1} value={state.part} aria-label={t('files.going', { name })} />
              <span className="k-meta">{percent.format(state.part)}</span>
            </>
          )}
          {state.kind === 'failed' && (
            <span className="c-attached-failed" role="alert">
              {state.why}
            </span>
          )}
          {state.kind === 'failed' && state.again && (
            <Button size="row" look="quiet" onClick={() => attachments.again(id)}>
              {t('act.again')}
            </Button>
          )}
          <button
            type="button"
            className="k-icon-button"
            aria-label={t(state.kind === 'going' ? 'files.stop' : 'files.remove', { name })}
            title={t(state.kind === 'going' ? 'files.stop' : 'files.remove', { name })}
            onClick={() => attachments.remove(id)}
          >
            <Icon name="close" size={16} />
          </button>
        </li>
      ))}
    </ul>
  )
}
