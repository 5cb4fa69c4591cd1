import { useQuery } from '@tanstack/react-query'
import type { ToolId } from '#kernel/tools.ts'
import { ask } from '#web/api/ask.ts'
import { useText } from '#web/i18n/i18n.ts'
import { Button } from '#web/kit/Button.tsx'
import { tell } from '#web/kit/Toasts.tsx'
import { type Fields, fieldsOfPage, type OwnPage, pageOf, type ToolProfile } from '../model.ts'
import type { Picture } from '../wire.ts'
import { connectionsQuery, keepProfile, putPictureBack, takePictureThere } from './queries.ts'
import { useKeepProfile } from './use-keep-profile.ts'

/** What is null has no place there, so it is not asked for. */
const asRequest = ({ name, about, headline, links }: OwnPage): Partial<OwnPage> => ({
  name,
  about,
  links,
  ...(typeof headline === 'string' ? { headline } : {}),
})

/** Where Kith itself can read and write the profile: with one press each, and `z` writes back the words and the picture that stood there. */
export function WriteThere(props: {
  tool: ToolId
  profile: ToolProfile
  master: Fields
  there: Fields
  picture: Picture | null
}) {
  const { tool, profile, master, there, picture } = props
  const t = useText('tools')
  const keep = useKeepProfile()
  const { data: connections = [] } = useQuery(connectionsQuery)
  const mine = connections.filter(each => each.tool === tool)
  const read = (id: string) => ask<OwnPage>(`/connections/${id}/profile`)
  const write = (id: string, page: Partial<OwnPage> & { picture?: true }) =>
    ask<OwnPage>(`/connections/${id}/profile`, 'PUT', page)
  // Sent once: a network takes few pictures a day.
  const withPicture = picture && profile.fields.some(({ id }) => id === 'photo') && there.photo !== picture.id
  const note = (page: OwnPage, photo?: string) =>
    keepProfile(tool, {
      fields: { ...fieldsOfPage(profile, page), ...(photo === undefined ? {} : { photo }) },
      checked: true,
    })
  return mine.map(({ id, label }) => (
    <span key={id} className="k-line">
      <Button
        onClick={() =>
          keep(
            async () => note(await read(id)),
            () => tell(t('profiles.was-read', { label })),
          )
        }
      >
        {t('profiles.read-there', { label })}
      </Button>
      <Button
        onClick={() => {
          let before: OwnPage | undefined
          // Undefined: not written, or not to be had; then it can't be put back.
          let pictureBefore: Blob | null | undefined
          keep(
            async () => {
              before = await read(id)
              pictureBefore = withPicture ? await takePictureThere(id).catch(() => undefined) : undefined
              const page = pageOf(profile, master, there)
              await note(
                await write(id, withPicture ? { ...page, picture: true } : page),
                withPicture ? picture.id : undefined,
              )
            },
            () =>
              tell(t('profiles.was-written', { label }), () =>
                keep(
                  async () => {
                    if (before) await note(await write(id, asRequest(before)))
                    if (pictureBefore === undefined) return
                    await putPictureBack(id, pictureBefore)
                    await keepProfile(tool, { fields: { photo: there.photo ?? '' } })
                  },
                  () =>
                    tell(
                      t(
                        !withPicture
                          ? 'profiles.kept'
                          : pictureBefore === undefined
                            ? 'profiles.words-back'
                            : 'profiles.all-back',
                      ),
                    ),
                ),
              ),
          )
        }}
      >
        {t('profiles.write-there', { label })}
      </Button>
    </span>
  ))
}
