import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useText } from '#web/i18n/i18n.ts'
import { ChoiceField } from '#web/kit/Fields.tsx'

const widths = { phone: 390, desk: 1440 } as const

/** The real page in its real width, made smaller where the screen is; read again after each save without losing its place. */
export function Preview({ id, version, title }: { id: string; version: number; title: string }) {
  const t = useText('campaigns')
  const [size, setSize] = useState<keyof typeof widths>('phone')
  const [room, setRoom] = useState({ width: 0, height: 0 })
  const box = useRef<HTMLDivElement>(null)
  const frame = useRef<HTMLIFrameElement>(null)
  useLayoutEffect(() => {
    const element = box.current
    if (!element) return
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setRoom({ width: entry.contentRect.width, height: entry.contentRect.height })
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  useEffect(() => {
    if (version > 0) frame.current?.contentWindow?.location.reload()
  }, [version])
  const width = widths[size]
  const scale = room.width === 0 ? 1 : Math.min(1, room.width / width)
  return (
    <section className="pages-preview" aria-label={t('preview.title')}>
      <ChoiceField
        label={t('preview.width')}
        hideLabel
        choices={[
          { value: 'phone', label: t('preview.phone') },
          { value: 'desk', label: t('preview.desk') },
        ]}
        value={size}
        onChoose={value => setSize(value === 'desk' ? 'desk' : 'phone')}
      />
      <div ref={box} className="pages-preview-box">
        <iframe
          ref={frame}
          title={t('preview.of', { title })}
          src={`/preview/${id}`}
          style={{ inlineSize: width, blockSize: room.height / scale, transform: `scale(${scale})` }}
        />
      </div>
    </section>
  )
}
