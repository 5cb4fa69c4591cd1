import { useText } from '#web/i18n/i18n.ts'
import { Sheet } from '#web/kit/Sheet.tsx'
import { ToolMark } from '#web/kit/ToolMark.tsx'
import type { ConnectorView } from '../api.ts'

export function ToolChoice(props: {
  connectors: readonly ConnectorView[]
  onChoose: (connector: ConnectorView) => void
  onClose: () => void
}) {
  const { connectors, onChoose, onClose } = props
  const t = useText('conversations')
  return (
    <Sheet title={t('connections.choose')} onClose={onClose}>
      <ul className="c-online">
        {connectors.map(connector => (
          <li key={connector.tool}>
            <button type="button" className="c-online-row" onClick={() => onChoose(connector)}>
              <span className="k-line">
                <ToolMark tool={connector.tool} /> {connector.label}
              </span>
              <span className="k-meta">{t(`connections.link.${connector.link}`)}</span>
            </button>
          </li>
        ))}
      </ul>
      <p className="k-meta">{t('connections.by-hand')}</p>
    </Sheet>
  )
}
