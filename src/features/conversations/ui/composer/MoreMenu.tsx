import { type Text, useText } from '#web/i18n/i18n.ts'
import { Icon } from '#web/kit/Icon.tsx'
import { Menu, type MenuEntry } from '#web/kit/Menu.tsx'

/** What else can be done with the words in the field; what is undefined has no place on this tool. */
export function composerEntries(
  t: Text,
  given: {
    byHand: { paste: () => void } | undefined
    templates: (() => void) | undefined
    beside: readonly MenuEntry[]
    morning: { hour: string; run: () => void; unavailable: string | undefined }
    introduce: (() => void) | undefined
    invite: { on: boolean; run: () => void } | undefined
  },
): readonly MenuEntry[] {
  const { byHand, templates, beside, morning, introduce, invite } = given
  const item = (key: string, label: string, run: () => void, unavailable?: string): MenuEntry => ({
    kind: 'item',
    key,
    label,
    run,
    ...(unavailable === undefined ? {} : { unavailable }),
  })
  return [
    ...(byHand ? [item('paste', t('paste.open'), byHand.paste)] : []),
    ...(!byHand && templates ? [item('template', t('template.choose-short'), templates)] : []),
    ...beside.filter(entry => !byHand || entry.key !== 'later'),
    ...(byHand
      ? []
      : [item('eight', t('composer.send-at-morning', { hour: morning.hour }), morning.run, morning.unavailable)]),
    ...(introduce ? [item('introduce', t('remedy.introduce'), introduce)] : []),
    ...(invite ? [item('invite', t(invite.on ? 'composer.as-message' : 'remedy.invite'), invite.run)] : []),
  ]
}

export function MoreMenu({ entries }: { entries: readonly MenuEntry[] }) {
  const t = useText('conversations')
  return (
    <Menu
      label={t('composer.more')}
      entries={entries}
      target={
        <button type="button" className="k-icon-button" aria-label={t('composer.more')} title={t('composer.more')}>
          <Icon name="more" />
        </button>
      }
    />
  )
}
