import { getTool } from '#features/tools/model.ts'
import type { ToolId } from '#kernel/tools.ts'
import { useLanguage, useText } from '#web/i18n/i18n.ts'
import { Button } from '#web/kit/Button.tsx'
import { Notice } from '#web/kit/States.tsx'
import type { DetailWire } from '../api.ts'

const whenExactly = (at: Date, locale: string): string =>
  new Intl.DateTimeFormat(locale, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: 'numeric',
    minute: '2-digit',
  }).format(at)

type FreeText = NonNullable<DetailWire['freeText']>

/** Why free text is closed, since when, and what opens it. */
export function WindowClosed(props: { freeText: FreeText; tool: ToolId; templates: boolean; onTemplate: () => void }) {
  const { freeText, templates, onTemplate } = props
  const t = useText('conversations')
  const { formats } = useLanguage()
  const tool = getTool(props.tool).label
  const say = (at: string) => whenExactly(new Date(at), formats)
  const why =
    freeText.heardAt === null || freeText.until === null
      ? t('window.never', { tool })
      : t('window.closed', { tool, heard: say(freeText.heardAt), until: say(freeText.until) })
  return (
    <Notice>
      {why} {t(templates ? 'window.template' : 'window.wait', { tool })}
      {templates && (
        <span className="c-window-act">
          <Button look="filled" onClick={onTemplate}>
            {t('template.choose-short')}
          </Button>
        </span>
      )}
    </Notice>
  )
}

/** While it is open: until when. */
export function WindowOpen({ freeText, tool }: { freeText: FreeText; tool: ToolId }) {
  const t = useText('conversations')
  const { formats } = useLanguage()
  if (freeText.until === null) return null
  return (
    <p className="k-meta">
      {t('window.open', { tool: getTool(tool).label, until: whenExactly(new Date(freeText.until), formats) })}
    </p>
  )
}
