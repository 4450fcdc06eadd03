import type { z } from 'zod'

const kinds: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  tuple: 'a pair',
  object: 'named entries',
  record: 'named entries',
}

/** Says what was expected and what was found, where the shape itself does not say it better. */
export function issueInWords(issue: z.core.$ZodRawIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `expected ${kinds[issue.expected] ?? issue.expected}, found ${inWords(issue.input)}`
    case 'invalid_value':
      return `expected ${issue.values.join(', ').replace(/, ([^,]*)$/, ' or $1')}, found ${inWords(issue.input)}`
    case 'too_small':
      return `expected at least ${issue.minimum}${entries(issue.origin)}, found ${amount(issue.input)}`
    case 'too_big':
      return `expected at most ${issue.maximum}${entries(issue.origin)}, found ${amount(issue.input)}`
    case 'unrecognized_keys':
      return `${issue.keys.join(', ')}: not known here`
    default:
      return `cannot be ${inWords(issue.input)}`
  }
}

function entries(origin: string): string {
  if (origin === 'array') return ' in the list'
  return origin === 'string' ? ' characters' : ''
}

function amount(input: unknown): string {
  return Array.isArray(input) ? String(input.length) : inWords(input)
}

function inWords(input: unknown): string {
  if (input === undefined || input === null) return 'nothing'
  if (Array.isArray(input)) return 'a list'
  if (typeof input === 'object') return 'named entries'
  if (typeof input === 'string') return `"${input}"`
  return `the ${typeof input} ${String(input)}`
}
