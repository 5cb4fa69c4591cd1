import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ToolId } from '#kernel/tools.ts'
import { useLanguage, useText } from '#web/i18n/i18n.ts'
import { Button } from '#web/kit/Button.tsx'
import { CopyButton } from '#web/kit/CopyButton.tsx'
import { GetLink } from '#web/kit/GetLink.tsx'
import { Meta } from '#web/kit/Layout.tsx'
import { Page } from '#web/kit/Page.tsx'
import { ErrorState, RowSkeleton } from '#web/kit/States.tsx'
import { tell } from '#web/kit/Toasts.tsx'
import { ToolMark } from '#web/kit/ToolMark.tsx'
import {
  type Fields,
  judgeField,
  masterFields,
  type OwnProfile,
  profiledTools,
  standingOf,
  toolProfileOf,
} from '../model.ts'
import type { OwnProfilesWire, Picture, ProfilePlace } from '../wire.ts'
import { PictureField } from './PictureField.tsx'
import { PictureHandOff, PictureThere } from './PictureThere.tsx'
import { ProfileForm } from './ProfileForm.tsx'
import { keepProfile, ownWordsQuery, profilesQuery } from './queries.ts'
import { useKeepProfile } from './use-keep-profile.ts'
import { WriteThere } from './WriteThere.tsx'
import './tools.css'

function profileAt(profiles: OwnProfilesWire['profiles'], place: ProfilePlace): OwnProfile | undefined {
  const found = profiles.find(each => each.place === place)
  return (
    found && {
      fields: Object.fromEntries(Object.entries(found.fields).filter(([, text]) => text !== undefined)) as Fields,
      checkedAt: found.checkedAt === null ? null : new Date(found.checkedAt),
      updatedAt: new Date(found.updatedAt),
    }
  )
}

/** One master, and what each tool shows of it: what is missing, what says something else, what nobody looked at for long. */
export function OwnProfilesPage() {
  const t = useText('tools')
  const { data, error, isPending, refetch } = useQuery(profilesQuery)
  const me = useQuery(ownWordsQuery)
  const profiles = data?.profiles
  const picture = data?.picture ?? null
  const found = profiles && profileAt(profiles, 'master')
  // The picture is kept beside the words; by its id a tool's profile says which one stands there.
  const master = (found ?? picture) && {
    checkedAt: null,
    updatedAt: new Date(0),
    ...found,
    fields: { ...found?.fields, photo: picture?.id ?? '' },
  }
  return (
    <Page title={t('profiles.title')}>
      <div className="t-profiles">
        <p>{t('profiles.words')}</p>
        {(isPending || me.isPending) && <RowSkeleton rows={6} label={t('loading')} />}
        {error && !profiles && <ErrorState detail={error.message} onRetry={() => void refetch()} />}
        {profiles && !me.isPending && (
          <>
            <section aria-labelledby="master">
              <h2 id="master">{t('profiles.master')}</h2>
              <PictureField picture={picture} />
              {!found && me.data && <Meta>{t('profiles.from-settings')}</Meta>}
              <ProfileForm
                place="master"
                fields={inWords}
                given={found?.fields ?? {}}
                {...(found || !me.data ? {} : { begin: me.data })}
              />
            </section>
            <section aria-labelledby="per-tool">
              <h2 id="per-tool">{t('profiles.per-tool')}</h2>
              {profiledTools.map(tool => (
                <OnTool
                  key={tool}
                  tool={tool}
                  master={master ?? undefined}
                  there={profileAt(profiles, tool)}
                  picture={picture}
                />
              ))}
            </section>
          </>
        )}
      </div>
    </Page>
  )
}

const inWords = masterFields.filter(id => id !== 'photo').map(id => ({ id }))

function OnTool(props: {
  tool: ToolId
  master: OwnProfile | undefined
  there: OwnProfile | undefined
  picture: Picture | null
}) {
  const { tool, master, there, picture } = props
  const t = useText('tools')
  const { formats } = useLanguage()
  const keep = useKeepProfile()
  const profile = toolProfileOf(tool)
  if (!profile) return null
  const standing = standingOf(profile, master, there, new Date())
  const day = new Intl.DateTimeFormat(formats, { dateStyle: 'medium' })
  const check = () =>
    keep(
      () => keepProfile(tool, { checked: true }),
      () => tell(t('profiles.checked')),
    )
  return (
    <details className="t-profile">
      <summary>
        <ToolMark tool={tool} word />
        <span className="k-meta">
          {t('profiles.complete', { done: standing.complete, of: standing.of })}
          {standing.differs > 0 && ` · ${t('profiles.differ', { count: standing.differs })}`}
        </span>
        {standing.stale && <span className="t-stale">{t(`profiles.stale.${standing.stale}`)}</span>}
      </summary>
      <table className="t-fields">
        <thead className="hush">
          <tr>
            <th scope="col">{t('profiles.field')}</th>
            <th scope="col">{t('profiles.says')}</th>
            <th scope="col">{t('profiles.do')}</th>
          </tr>
        </thead>
        <tbody>
          {profile.fields.map(field => {
            const { state, copy } = judgeField(field, master?.fields ?? {}, there?.fields ?? {})
            return (
              <tr key={field.label}>
                <th scope="row">
                  {t(`profiles.fields.${field.id}`)}
                  {field.label !== t(`profiles.fields.${field.id}`) && (
                    <span className="k-meta" lang="en">
                      {' '}
                      {field.label}
                    </span>
                  )}
                </th>
                <td>
                  {field.id === 'photo' ? (
                    <PictureThere picture={picture} state={state} />
                  ) : (
                    <>
                      <span className="t-field-text" dir="auto" lang="">
                        {copy}
                      </span>
                      <span className={`k-meta t-state t-state-${state}`}>
                        {t(`profiles.state.${state}`, { count: [...copy].length, max: field.maxCodePoints ?? 0 })}
                      </span>
                    </>
                  )}
                </td>
                <td>
                  {field.id !== 'photo' && copy !== '' && (
                    <CopyButton text={copy} label={t('copy')} hush={t(`profiles.fields.${field.id}`)} />
                  )}
                  {field.id === 'photo' && picture && (
                    <PictureHandOff tool={tool} picture={picture} state={state} before={there?.fields.photo} />
                  )}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
      <details className="t-own">
        <summary>{t('profiles.own-words')}</summary>
        <ProfileForm
          place={tool}
          fields={profile.fields.filter(({ id }) => id !== 'photo')}
          given={there?.fields ?? {}}
        />
      </details>
      <div className="k-line">
        {profile.editPage && (
          <a className="k-button k-button-plain" href={profile.editPage} target="_blank" rel="noopener noreferrer">
            {t('profiles.open')}
          </a>
        )}
        {profile.byKith && (
          <WriteThere
            tool={tool}
            profile={profile}
            master={master?.fields ?? {}}
            there={there?.fields ?? {}}
            picture={picture}
          />
        )}
        <Button onClick={check}>{t('profiles.i-checked')}</Button>
        <Link to={`/playbooks/${tool}`}>{t('open-book')}</Link>
        <GetLink of={{ kind: 'profile', tool }} size="row" />
        {there?.checkedAt && (
          <span className="k-meta">{t('profiles.last-checked', { day: day.format(there.checkedAt) })}</span>
        )}
      </div>
    </details>
  )
}
