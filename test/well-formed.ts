/** The first fault by which a parser of XML would refuse this document; null when there is none. Knows elements and entities, no more. */
export function xmlFault(document: string): string | null {
  const rest = document.replace(/^<\?xml version="1\.0" encoding="utf-8"\?>\n/, '')
  if (rest === document) return 'no declaration'
  const open: string[] = []
  const piece = /<(\/?)([A-Za-z][\w:.-]*)((?:\s+[A-Za-z][\w:.-]*="[^"<]*")*)\s*(\/?)>|([^<]+)/gy
  let at = 0
  for (let found = piece.exec(rest); found; found = piece.exec(rest)) {
    const [whole, end, name = '', attributes = '', empty, text = ''] = found
    at += whole.length
    const bare = /&(?!(?:amp|lt|gt|quot|#\d+);)/.exec(attributes + text)
    if (bare) return `a bare & in ${whole.slice(0, 80)}`
    if (text.trim() && open.length === 0) return `words outside of any element: ${text.slice(0, 80)}`
    if (end && open.pop() !== name) return `</${name}> ends nothing`
    if (name && !end && !empty) open.push(name)
  }
  if (at < rest.length) return `no markup: ${rest.slice(at, at + 80)}`
  return open.length > 0 ? `<${open.at(-1)}> does not end` : null
}
