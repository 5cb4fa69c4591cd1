import { useState } from 'react'
import { useLanguage, useText } from '#web/i18n/i18n.ts'
import type { MessageView } from '../api.ts'
import { formatBytes } from './bytes.ts'

/** A picture as Kith drew it anew, and the file itself to save. What somebody sent is never run or shown as it came. */
export function FileLine({ url, name, bytes, preview, host }: MessageView['files'][number]) {
  const t = useText('conversations')
  const { formats } = useLanguage()
  const [seen, setSeen] = useState(preview !== null)
  return (
    <div className="c-message-file">
      {seen && preview !== null && (
        <a href={url} download={name} className="c-picture">
          <img src={preview} alt={t('files.picture', { name })} loading="lazy" onError={() => setSeen(false)} />
        </a>
      )}
      <p>
        {url === '' ? (
          <bdi>{name}</bdi>
        ) : (
          <a href={url} download={name}>
            <bdi>{name}</bdi>
          </a>
        )}{' '}
        <span className="k-meta">
          {bytes !== null && formatBytes(bytes, formats)} {host !== null && t('thread.file-on', { host })}
        </span>
      </p>
    </div>
  )
}
