export type SeenPage = { url: string; title: string; html: string; selection: string }

/**
 * Runs inside the page, so it may use nothing from outside itself. Gives what is shown: elements that are not displayed, scripts,
 * frames and form contents are left out; the page's own description (meta, links, JSON-LD) stays.
 */
export function readPage(): SeenPage {
  const left = new Set([
    'SCRIPT',
    'STYLE',
    'TEMPLATE',
    'NOSCRIPT',
    'IFRAME',
    'OBJECT',
    'EMBED',
    'SVG',
    'CANVAS',
    'TEXTAREA',
    'INPUT',
  ])
  const copyOf = (element: Element): Element | undefined => {
    const name = element.tagName.toUpperCase()
    const isDescription = name === 'SCRIPT' && /^application\/ld\+json/i.test(element.getAttribute('type') ?? '')
    if (left.has(name) && !isDescription) return undefined
    const inBody = document.body?.contains(element) === true && element !== document.body
    if (inBody && !isDescription && !element.checkVisibility()) return undefined
    const copy = element.cloneNode(false) as Element
    for (const attribute of [...copy.attributes])
      if (/^on|^style$|^value$/i.test(attribute.name)) copy.removeAttribute(attribute.name)
    for (const node of element.childNodes) {
      if (node.nodeType === Node.TEXT_NODE) copy.append(node.cloneNode())
      else if (node instanceof Element) {
        const child = copyOf(node)
        if (child) copy.append(child)
      }
    }
    return copy
  }
  return {
    url: location.href,
    title: document.title,
    html: `<!doctype html>\n${copyOf(document.documentElement)?.outerHTML ?? ''}`,
    selection: String(getSelection() ?? '').trim(),
  }
}
