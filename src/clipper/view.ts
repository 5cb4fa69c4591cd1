type Attributes = Readonly<Record<string, string | boolean | (() => void)>>

/** An element with attributes, listeners (`onclick`) and children; texts are never read as HTML. */
export function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Attributes = {},
  ...children: (Node | string | undefined)[]
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(key.replace(/^on/, ''), value)
    else if (value === true) element.setAttribute(key, '')
    else if (value !== false) element.setAttribute(key, value)
  }
  element.append(...children.filter(child => child !== undefined))
  return element
}

/** A labelled field. */
export function field(label: string, input: HTMLElement): HTMLLabelElement {
  return make('label', {}, make('span', {}, label), input)
}
