import { type ReactNode, useState } from 'react'
import { useText } from '#web/i18n/i18n.ts'
import { ChoiceField } from '#web/kit/ChoiceField.tsx'
import { Icon } from '#web/kit/Icon.tsx'
import { Sheet } from '#web/kit/Sheet.tsx'

export type Pick = {
  id: string
  label: string
  /** Found by these as well. */
  words?: string
  /** Stands before the label. */
  mark?: ReactNode
  hint?: ReactNode
  chosen?: boolean
  /** Why it can't be picked now. */
  unavailable?: string | undefined
  run: () => void
}

const fold = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase()

const fits = (label: string, typed: string): boolean => {
  const words = fold(label).split(/[\s,:/-]+/)
  return fold(typed)
    .split(/\s+/)
    .filter(Boolean)
    .every(each => words.some(word => word.startsWith(each)))
}

/**
 * A few things to choose from, by typing, arrows and Enter; a combobox over a listbox, as the palette is. With `several` it stays
 * open and Esc ends it. `made` is what is typed and fits nothing.
 */
export function PickSheet(props: {
  title: string
  placeholder: string
  picks: readonly Pick[]
  onClose: () => void
  several?: boolean
  /** Whoever opened it closes it: the choice has a second step. */
  keepOpen?: boolean
  made?: (typed: string) => Pick | undefined
  /** More are on their way. */
  loading?: boolean
  children?: ReactNode
}) {
  const { title, placeholder, picks, onClose, several = false, keepOpen = false, made, loading, children } = props
  const t = useText('conversations')
  const [typed, setTyped] = useState('')
  const found = picks.filter(each => fits(`${each.label} ${each.words ?? ''}`, typed))
  const extra = typed.trim() === '' ? undefined : made?.(typed.trim())
  const shown = extra ? [...found, extra] : found
  const pick = (one: Pick) => {
    if (one.unavailable !== undefined) return
    if (several || keepOpen) {
      if (several) setTyped('')
      one.run()
      return
    }
    onClose()
    // After the dialog has given focus back.
    setTimeout(one.run)
  }
  return (
    <Sheet title={title} place="top" bare onClose={onClose}>
      <ChoiceField
        label={title}
        placeholder={placeholder}
        typed={typed}
        onType={setTyped}
        choices={shown}
        onPick={pick}
        none={t('pick.none')}
        loading={loading ?? false}
      >
        {each => (
          <>
            {each.mark}
            <span>
              <bdi>{each.label}</bdi>
              {each.unavailable !== undefined && <span className="k-meta"> {each.unavailable}</span>}
            </span>
            {each.hint !== undefined && <span className="k-meta">{each.hint}</span>}
            {each.chosen && <Icon name="check" size={16} />}
          </>
        )}
      </ChoiceField>
      {children}
      {several && <p className="c-pick-foot k-meta">{t('pick.several')}</p>}
    </Sheet>
  )
}
