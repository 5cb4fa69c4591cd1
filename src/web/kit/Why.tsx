import { Popover } from '@mantine/core'
import { type ReactNode, useId, useState } from 'react'
import { useText } from '#web/i18n/i18n.ts'
import './controls.css'

export type WhyItem = { what: ReactNode; weight?: ReactNode; key: string }

/** The items behind a judgement; `w` opens it from the row or pane that has focus, `Esc` closes it and focus returns. */
export function Why(props: {
  title: string
  items: readonly WhyItem[]
  note?: ReactNode
  children?: ReactNode
  label?: string
}) {
  const t = useText('shell')
  const [open, setOpen] = useState(false)
  const titleId = useId()
  return (
    <Popover
      opened={open}
      onChange={setOpen}
      position="bottom-start"
      trapFocus
      returnFocus
      withRoles={false}
      shadow="md"
      offset={4}
    >
      <Popover.Target>
        <button
          type="button"
          className="k-why"
          data-key-why=""
          aria-keyshortcuts="w"
          aria-expanded={open}
          aria-haspopup="dialog"
          aria-label={props.label ?? (props.children === undefined ? t('why-of', { what: props.title }) : undefined)}
          onClick={() => setOpen(!open)}
        >
          {props.children ?? t('why')}
        </button>
      </Popover.Target>
      <Popover.Dropdown role="dialog" aria-labelledby={titleId} className="k-why-panel" tabIndex={-1} data-autofocus="">
        <h3 id={titleId}>{props.title}</h3>
        <ul className="k-why-items">
          {props.items.map(item => (
            <li key={item.key}>
              <span>{item.what}</span>
              <span className="k-why-weight">{item.weight}</span>
            </li>
          ))}
        </ul>
        {props.note && <p className="k-why-note">{props.note}</p>}
      </Popover.Dropdown>
    </Popover>
  )
}
