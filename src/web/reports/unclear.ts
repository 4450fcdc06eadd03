import type { Guide } from '#src/domain/guide.ts'
import type { Problem } from '../problem.ts'
import { askedOf, publicStatuses } from './filter-from-query.ts'

/** The parameters that narrow a list by something it must know. */
export const narrowingParameters = [
  'status',
  'category',
  'organization',
  'area',
  'from',
  'to',
  'overdue',
  'trait',
] as const
export type NarrowingParameter = (typeof narrowingParameters)[number]

/** What of an address was not understood; `order`: its first day came after its last. */
export type Unclear = NarrowingParameter | 'order'

/** What an address asks for that means nothing, or not what it says. */
export function unclearIn(query: URLSearchParams, guide: Guide): readonly Unclear[] {
  const asked = askedOf(query, guide)
  const isUnclear = (name: NarrowingParameter) =>
    name === 'status'
      ? query.getAll(name).some((value) => value && !publicStatuses.some((status) => status === value))
      : Boolean(query.get(name)) && !asked[name]
  const isTurned = Boolean(asked.from && asked.to) && asked.from !== query.get('from')
  return [...narrowingParameters.filter(isUnclear), ...(isTurned ? ['order' as const] : [])]
}

/** An address that says what was not understood of the one before it: what stood there is not shown to others. */
export function addressSaying(address: string, unclear: readonly Unclear[]): string {
  if (unclear.length === 0) return address
  return `${address}${address.includes('?') ? '&' : '?'}${new URLSearchParams(unclear.map((name) => ['unclear', name]))}`
}

/** What a page has to tell: what is unclear in its address, and what an address made by `addressSaying` says. */
export function toldUnclear(query: URLSearchParams, unclear: readonly Unclear[]): readonly Unclear[] {
  const all = [...query.getAll('unclear'), ...unclear]
  return [...narrowingParameters, 'order' as const].filter((name) => all.includes(name))
}

/** For programs, which read no notice: they would take all reports for those that they asked for. */
export function unclearProblem(unclear: readonly Unclear[]): Problem | null {
  if (unclear.length === 0) return null
  const parameters = unclear.map((name) => (name === 'order' ? 'to' : name))
  return { kind: 'unknown_filter', parameters: [...new Set(parameters)] }
}
