/** What a file calls a place, without what was added for other purposes; null when no name is left. */
export type CleanName = {
  readonly name: string
  /** Another name that stood in brackets. */
  readonly also: string | null
  /** It names a house of a street: «Сурина Гора, 12». */
  readonly house: string | null
}

/** Transport feeds add to a stop's name the post's number and its routes: «Київська (1) - 4», «Соснова (на вимогу)». */
export function cleanName(written: string): CleanName | null {
  const spaced = written
    .normalize('NFC')
    .replace(/[\p{C}\s]+/gu, ' ')
    .trim()
  const [, before = '', bracketed = '', after = ''] = /^([^(]*)(?:\(([^)]*)\)?(.*))?$/u.exec(spaced) ?? []
  const also = /^\d|^(?:на|напр\.?|кінцева|кільце)(?:\s|\.|$)/iu.test(bracketed) ? '' : bracketed
  const routes = /\s*-\s*\d+\p{L}?$/u
  const rest = before.replace(routes, '')
  const name = balanced(/^\s*[-\d]/.test(after) || !after.trim() ? rest : `${rest.trim()} ${after.trim()}`).trim()
  if (!/\p{L}{2}/u.test(name) || /^на вимогу$/iu.test(name)) return null

  const [, street, house] = /^(.*\p{L}),\s*(\d+\s?\p{L}?(?:\/\d+)?)$/u.exec(name) ?? []
  return { name: street ?? name, also: also.trim() || null, house: house ?? null }
}

/** A quotation mark whose fellow is missing is a slip. */
function balanced(name: string): string {
  return (name.match(/"/g)?.length ?? 0) % 2 === 1 ? name.replace('"', '') : name
}
