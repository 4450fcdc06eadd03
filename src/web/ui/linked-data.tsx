/** A thing as schema.org describes it. */
export type LinkedData = { readonly '@type': string; readonly [property: string]: unknown }

/** What search engines read of a page (JSON-LD). It is data, not a script: a policy that forbids inline scripts lets it be. */
export function Linked({ thing }: { readonly thing: LinkedData }) {
  const text = JSON.stringify({ '@context': 'https://schema.org', ...thing })
  // Entities are not read inside a script, but what ends it is.
  const __html = text.replaceAll('<', '\\u003c')
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html }} />
}
