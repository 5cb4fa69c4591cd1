import { Menu as MantineMenu } from '@mantine/core'
import type { ReactNode } from 'react'

export type MenuEntry =
  | {
      kind: 'item'
      key: string
      label: string
      run: () => void
      unavailable?: string
      danger?: boolean
      hint?: ReactNode
    }
  | { kind: 'heading'; key: string; label: string }
  | { kind: 'line'; key: string }

/** A menu of actions under a button; entries that can't be used now stay and say why. */
export function Menu(props: {
  target: ReactNode
  entries: readonly MenuEntry[]
  label: string
  /** Takes the focus on, in place of the button that opened it. */
  onClosed?: () => void
}) {
  const { target, entries, label, onClosed } = props
  return (
    <MantineMenu
      shadow="md"
      position="bottom-end"
      withinPortal
      returnFocus={!onClosed}
      withInitialFocusPlaceholder={false}
      {...(onClosed && { onClose: onClosed })}
    >
      <MantineMenu.Target>{target}</MantineMenu.Target>
      <MantineMenu.Dropdown aria-label={label}>
        {entries.map(entry => {
          if (entry.kind === 'heading') return <MantineMenu.Label key={entry.key}>{entry.label}</MantineMenu.Label>
          if (entry.kind === 'line') return <MantineMenu.Divider key={entry.key} />
          return (
            <MantineMenu.Item
              key={entry.key}
              aria-disabled={entry.unavailable === undefined ? undefined : true}
              title={entry.unavailable}
              closeMenuOnClick={entry.unavailable === undefined}
              onClick={() => entry.unavailable === undefined && entry.run()}
              rightSection={entry.hint}
              className={entry.danger ? 'k-menu-danger' : undefined}
            >
              {entry.label}
              {entry.unavailable !== undefined && <span className="k-meta"> {entry.unavailable}</span>}
            </MantineMenu.Item>
          )
        })}
      </MantineMenu.Dropdown>
    </MantineMenu>
  )
}
