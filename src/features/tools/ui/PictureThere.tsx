import type { ToolId } from '#kernel/tools.ts'
import { useText } from '#web/i18n/i18n.ts'
import { Button } from '#web/kit/Button.tsx'
import { tell } from '#web/kit/Toasts.tsx'
import type { FieldState } from '../model.ts'
import type { Picture } from '../wire.ts'
import { keepProfile } from './queries.ts'
import { useKeepProfile } from './use-keep-profile.ts'

/** The picture as a tool's field: what stands there, and the file to put there by hand. */
export function PictureThere({ picture, state }: { picture: Picture | null; state: FieldState }) {
  const t = useText('tools')
  return (
    <>
      {picture && <img className="t-picture-small" src={picture.url} alt="" width={40} height={40} />}
      <span className={`k-meta t-state t-state-${state}`}>
        {t(state === 'differs' || state === 'missing' ? `profiles.picture.${state}` : `profiles.state.${state}`)}
      </span>
    </>
  )
}

export function PictureHandOff(props: {
  tool: ToolId
  picture: Picture
  state: FieldState
  before: string | undefined
}) {
  const { tool, picture, state, before } = props
  const t = useText('tools')
  const keep = useKeepProfile()
  const note = () =>
    keep(
      () => keepProfile(tool, { fields: { photo: picture.id } }),
      () =>
        tell(t('profiles.picture.noted'), () =>
          keep(
            () => keepProfile(tool, { fields: { photo: before ?? '' } }),
            () => undefined,
          ),
        ),
    )
  return (
    <span className="k-line">
      <a className="k-button k-button-plain k-button-row" href={picture.url} download="photo.jpg">
        {t('profiles.picture.file')}
      </a>
      {state !== 'same' && (
        <Button size="row" onClick={note}>
          {t('profiles.picture.is-there')}
        </Button>
      )}
    </span>
  )
}
