import { useText } from '#web/i18n/i18n.ts'
import { Page } from '#web/kit/Page.tsx'
import { JoinRoom } from './JoinRoom.tsx'
import { OnlineList } from './OnlineList.tsx'
import '../side/side.css'

/** The buddy list as a screen of its own: on the phone it stands in the bottom bar. */
export function OnlinePage() {
  const t = useText('conversations')
  return (
    <Page title={t('online.title')}>
      <OnlineList />
      <JoinRoom />
    </Page>
  )
}
