/** `Ana@Example.ORG ` → the address as it is compared, and its domain; undefined when mail can't be sent to it. */
export function readAddress(text: string): { email: string; key: string; domain: string } | undefined {
  const email = text.trim()
  const match =
    /^([A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64})@((?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]*)$/i.exec(
      email,
    )
  const [, local = '', domain = ''] = match ?? []
  if (!match || email.length > 254 || local.startsWith('.') || local.endsWith('.') || local.includes('..'))
    return undefined
  return { email: `${local}@${domain.toLowerCase()}`, key: email.toLowerCase(), domain: domain.toLowerCase() }
}
