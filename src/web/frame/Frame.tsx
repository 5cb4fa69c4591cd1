import { Link, useNavigate, useRouterState } from '@tanstack/react-router'
import { type ReactNode, Suspense, useCallback, useMemo, useState } from 'react'
import type { Me } from '#web/api/me.ts'
import { type RailEntry, railEntries, SearchPart, topParts } from '#web/features.ts'
import { useText } from '#web/i18n/i18n.ts'
import type { KeyId } from '#web/keyboard/keymap.ts'
import { focusOwnSearch, moveRegion, pressControl, returnFocus } from '#web/keyboard/regions.ts'
import { useKey } from '#web/keyboard/registry.ts'
import { classes } from '#web/kit/classes.ts'
import { Icon } from '#web/kit/Icon.tsx'
import { Sheet } from '#web/kit/Sheet.tsx'
import { Toasts } from '#web/kit/Toasts.tsx'
import { OfflineStrip, useLiveState } from '#web/live/LiveProvider.tsx'
import { useWaitingMessages } from '#web/live/waiting.ts'
import { type Command, useCommands } from '#web/palette/commands.ts'
import { HelpSheet } from '#web/palette/HelpSheet.tsx'
import { Palette } from '#web/palette/Palette.tsx'
import { MeMenu } from './MeMenu.tsx'
import './frame.css'

const brand = 'Kith'
const panes = ['list', 'main', 'side']

/** Rail, top and the regions of a page. `entries` and `live` are arguments so that the gallery can show any state. */
export function Frame(props: {
  me: Me
  onSignOut: () => void
  children: ReactNode
  entries?: readonly RailEntry[]
  search?: ReactNode
}) {
  const { me, onSignOut, children, entries = railEntries, search } = props
  const t = useText('shell')
  const [open, setOpen] = useState<'palette' | 'help' | 'more'>()
  const live = useLiveState()
  const waiting = useWaitingMessages()

  useKey('palette', () => setOpen('palette'), { typing: true })
  useKey('help', () => setOpen('help'))
  useKey('next', () => pressControl('[data-key-next]:not([aria-disabled=true])'))
  useKey('why', () => pressControl('[data-key-why]'))
  // The search of everything comes later than the page: the page's own does not wait for it.
  useKey('search', focusOwnSearch)
  useKey('region', (_, combination) => moveRegion(combination.startsWith('Shift') ? -1 : 1))
  useKey('pane-before', () => moveRegion(-1, panes))
  useKey('pane-after', () => moveRegion(1, panes))
  useKey('out', returnFocus, { typing: true })
  const openHelp = useCallback(() => setOpen('help'), [])
  useFrameCommands(entries, openHelp)

  return (
    <div className="k-frame">
      <a className="k-skip" href="#main">
        {t('frame.skip')}
      </a>
      <nav className="k-rail" aria-label={t('frame.rail')} data-region="rail" tabIndex={-1}>
        <Link to="/" className="k-rail-brand" aria-label={t('frame.home')}>
          <img src="/kith.svg" alt="" width={24} height={24} />
          <span>{brand}</span>
        </Link>
        <RailList entries={entries.filter(entry => entry.rail.under === undefined)} all={entries} />
      </nav>
      <header className="k-top" data-region="top" tabIndex={-1}>
        <Suspense fallback={<span />}>{search ?? (SearchPart && <SearchPart />)}</Suspense>
        <div className="k-top-end">
          <Suspense>
            {topParts.map(({ feature, Part }) => (
              <Part key={feature} />
            ))}
          </Suspense>
          <MeMenu me={me} onHelp={() => setOpen('help')} onSignOut={onSignOut} />
        </div>
      </header>
      <div className="k-strips" role="status">
        <OfflineStrip state={live} waiting={waiting} />
      </div>
      <div className="k-stage-area">{children}</div>
      <nav className="k-phone" aria-label={t('frame.phone')} data-region="rail">
        <ul>
          {entries
            .filter(entry => entry.rail.onPhone)
            .map(entry => (
              <li key={entry.path}>
                <RailLink entry={entry} />
              </li>
            ))}
          <li>
            <button type="button" className="k-rail-link" aria-haspopup="dialog" onClick={() => setOpen('more')}>
              <Icon name="more" />
              <span>{t('frame.more')}</span>
            </button>
          </li>
        </ul>
      </nav>
      {open === 'palette' && <Palette onClose={() => setOpen(undefined)} />}
      {open === 'help' && <HelpSheet onClose={() => setOpen(undefined)} />}
      {open === 'more' && (
        <Sheet title={t('frame.more')} onClose={() => setOpen(undefined)}>
          {/* biome-ignore lint/a11y/noStaticElementInteractions: a press on any link inside closes the sheet */}
          {/* biome-ignore lint/a11y/useKeyWithClickEvents: Enter on a link is a click */}
          <div onClick={event => event.target instanceof Element && event.target.closest('a') && setOpen(undefined)}>
            <RailList
              entries={entries.filter(entry => !entry.rail.onPhone && isReachedByMore(entry, entries))}
              all={entries}
            />
          </div>
        </Sheet>
      )}
      <Toasts />
    </div>
  )
}

/** What is folded below an entry of the bottom bar has no other way there. */
const isReachedByMore = ({ rail: { under } }: RailEntry, all: readonly RailEntry[]) =>
  under === undefined || all.some(entry => entry.path === under && entry.rail.onPhone)

function RailList({ entries, all }: { entries: readonly RailEntry[]; all: readonly RailEntry[] }) {
  const path = useRouterState({ select: state => state.location.pathname })
  return (
    <ul className="k-rail-list">
      {entries.map((entry, index) => {
        const folded = all.filter(each => each.rail.under === entry.path)
        const isHere = isWithin(path, entry.path) || folded.some(each => isWithin(path, each.path))
        return (
          <li
            key={entry.path}
            className={classes(index > 0 && entries[index - 1]?.rail.group !== entry.rail.group && 'k-rail-break')}
          >
            <RailLink entry={entry} />
            {isHere && folded.length > 0 && (
              <ul className="k-rail-folded">
                {folded.map(each => (
                  <li key={each.path}>
                    <RailLink entry={each} />
                  </li>
                ))}
              </ul>
            )}
          </li>
        )
      })}
    </ul>
  )
}

const isWithin = (path: string, entry: string) => path === entry || (entry !== '/' && path.startsWith(`${entry}/`))

function RailLink({ entry }: { entry: RailEntry }) {
  const t = useText(entry.feature)
  const label = t(entry.rail.label)
  return (
    <>
      <Link to={entry.path} className="k-rail-link" title={label} activeOptions={{ exact: entry.path === '/' }}>
        <Icon name={entry.rail.icon} />
        <span>{label}</span>
      </Link>
      {entry.rail.go && <GoKey id={entry.rail.go} to={entry.path} />}
    </>
  )
}

function GoKey({ id, to }: { id: KeyId; to: string }) {
  const navigate = useNavigate()
  useKey(id, () => void navigate({ to }))
  return null
}

/** Screens by name, with their keys, and the settings of this browser. */
function useFrameCommands(entries: readonly RailEntry[], help: () => void): void {
  const t = useText('shell')
  const navigate = useNavigate()
  const commands = useMemo<readonly Command[]>(
    () => [
      ...entries.map(entry => ({
        id: `go:${entry.path}`,
        label: t(entry.rail.label, { ns: entry.feature }),
        group: 'screens' as const,
        shortcut: entry.rail.go,
        run: () => void navigate({ to: entry.path }),
      })),
      { id: 'help', label: t('help.title'), group: 'settings', shortcut: 'help', run: help },
    ],
    [entries, t, navigate, help],
  )
  useCommands(commands)
}
