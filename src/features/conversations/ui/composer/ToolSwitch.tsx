import { useMemo } from 'react'
import { getTool } from '#features/tools/model.ts'
import { type Text, useText } from '#web/i18n/i18n.ts'
import { Icon } from '#web/kit/Icon.tsx'
import { Menu, type MenuEntry } from '#web/kit/Menu.tsx'
import { ToolMark } from '#web/kit/ToolMark.tsx'
import { type Command, useCommands } from '#web/palette/commands.ts'
import type { ConversationView, WayView } from '../api.ts'

const words = (way: WayView, t: Text) => t('composer.way', { tool: getTool(way.tool).label, address: way.address })

/** Over which tool the message goes; the same choice stands first in the palette. */
export function ToolSwitch(props: {
  conversation: ConversationView
  ways: readonly WayView[]
  onWay: (way: WayView) => void
}) {
  const { conversation, ways, onWay } = props
  const t = useText('conversations')
  const commands = useMemo(
    () =>
      ways
        .filter(way => way.conversation !== conversation.id)
        .map(
          (way): Command => ({
            id: `way:${way.connection}:${way.address}`,
            label: t('composer.write-over', { way: words(way, t) }),
            group: 'selection',
            run: () => onWay(way),
            unavailable: way.unable === null ? undefined : t(`composer.unable.${way.unable}`),
          }),
        ),
    [ways, conversation.id, onWay, t],
  )
  useCommands(commands)
  if (ways.length < 2) return <ToolMark tool={conversation.tool} word />
  const entries = ways.map((way): MenuEntry => {
    const presence = way.presence === 'off' ? '' : t(`composer.presence.${way.presence}`)
    return {
      kind: 'item',
      key: `${way.connection} ${way.address}`,
      label: words(way, t),
      run: () => onWay(way),
      hint: <span className="k-meta">{way.conversation === conversation.id ? t('composer.chosen') : presence}</span>,
      ...(way.unable === null ? {} : { unavailable: t(`composer.unable.${way.unable}`) }),
    }
  })
  return (
    <Menu
      label={t('composer.tool')}
      entries={entries}
      target={
        <button type="button" className="k-button k-button-row c-tool-switch">
          <ToolMark tool={conversation.tool} word /> <span className="hush">{t('composer.tool-other')}</span>
          <Icon name="down" size={14} />
        </button>
      }
    />
  )
}
