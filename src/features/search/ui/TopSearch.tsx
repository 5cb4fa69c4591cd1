import { useState } from 'react'
import { useText } from '#web/i18n/i18n.ts'
import { focusOwnSearch } from '#web/keyboard/regions.ts'
import { useKey } from '#web/keyboard/registry.ts'
import { Icon } from '#web/kit/Icon.tsx'
import { Keys } from '#web/kit/Keys.tsx'
import { SearchSheet } from './SearchSheet.tsx'

export function TopSearch() {
  const t = useText('search')
  const [open, setOpen] = useState(false)
  useKey('search', () => {
    if (!focusOwnSearch()) setOpen(true)
  })
  return (
    <>
      <button
        type="button"
        className="k-top-search"
        aria-keyshortcuts="/"
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        <Icon name="search" size={16} />
        <span>{t('open')}</span>
        <Keys combination="/" />
      </button>
      {open && <SearchSheet onClose={() => setOpen(false)} />}
    </>
  )
}
