import { useState } from 'react'
import { useText } from '#web/i18n/i18n.ts'
import { Button } from '#web/kit/Button.tsx'
import { FileField } from '#web/kit/FileField.tsx'
import { tell } from '#web/kit/Toasts.tsx'
import { ownPictureLimits } from '../model.ts'
import type { Picture } from '../wire.ts'
import { dropPicture, putPicture } from './queries.ts'
import { useKeepProfile } from './use-keep-profile.ts'

const megabyte = 1_000_000

/** The one picture for every tool: chosen, changed, taken away; `z` puts back the one before. */
export function PictureField({ picture }: { picture: Picture | null }) {
  const t = useText('tools')
  const keep = useKeepProfile()
  const [busy, setBusy] = useState(false)
  const bytesNow = async () => (picture ? (await fetch(picture.url)).blob() : undefined)
  const putBack = (before: Blob | undefined) => () =>
    keep(
      () => (before ? putPicture(before) : dropPicture()),
      () => tell(t('profiles.kept')),
    )
  const put = (file: File) => {
    if (file.size > ownPictureLimits.uploadBytes) {
      tell(t('not-kept', { why: t('profiles.picture.too-big', { most: ownPictureLimits.uploadBytes / megabyte }) }))
      return
    }
    setBusy(true)
    let before: Blob | undefined
    keep(
      async () => {
        try {
          before = await bytesNow()
          await putPicture(file)
        } finally {
          setBusy(false)
        }
      },
      () => tell(t('profiles.picture.kept'), putBack(before)),
    )
  }
  const drop = () => {
    let before: Blob | undefined
    keep(
      async () => {
        before = await bytesNow()
        await dropPicture()
      },
      () => tell(t('profiles.picture.dropped'), putBack(before)),
    )
  }
  return (
    <div className="t-picture">
      {picture ? (
        <img className="t-picture-large" src={picture.url} alt={t('profiles.picture.alt')} width={96} height={96} />
      ) : (
        <span className="t-picture-large t-picture-none" aria-hidden="true" />
      )}
      <FileField
        label={t('profiles.fields.photo')}
        hint={busy ? t('profiles.picture.busy') : t('profiles.hints.photo')}
        busy={busy}
        accept="image/jpeg,image/png,image/webp,image/avif,image/gif"
        onFile={put}
      />
      {picture && <Button onClick={drop}>{t('profiles.picture.drop')}</Button>}
    </div>
  )
}
