import { create } from 'qrcode'
import './accounts.css'

/** One path, so that nothing needs an inline style. Always dark on white: readers expect it. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const { modules } = create(text, { errorCorrectionLevel: 'M' })
  const squares = Array.from(modules.data, (dark, at) =>
    dark ? `M${at % modules.size} ${Math.floor(at / modules.size)}h1v1h-1z` : '',
  )
  return (
    <svg
      className="accounts-qr"
      viewBox={`0 0 ${modules.size} ${modules.size}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <path d={squares.join('')} fill="#000" />
    </svg>
  )
}
