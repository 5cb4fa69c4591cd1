import { Link } from '@tanstack/react-router'
import './page.css'

/** Pages that belong together, above what they show. */
export function PageLinks({
  label,
  links,
}: {
  label: string
  links: readonly { to: string; label: string; here: boolean }[]
}) {
  return (
    <nav className="k-page-links" aria-label={label}>
      {links.map(link => (
        <Link
          key={link.to}
          to={link.to}
          activeOptions={{ exact: true, includeSearch: false }}
          aria-current={link.here ? 'page' : undefined}
        >
          {link.label}
        </Link>
      ))}
    </nav>
  )
}
