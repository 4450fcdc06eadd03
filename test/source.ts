import { globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** What one file takes from another: a file of ours by its path from the root, or a package by its name. */
export type Import = { readonly target: string; readonly typeOnly: boolean }

export type Source = {
  readonly path: string
  /** The folder under `src/`, or the name of a file that stands there by itself. */
  readonly home: string
  readonly lines: number
  readonly text: string
  /** The text without its comments, which may name what the code may not do. */
  readonly code: string
  readonly imports: readonly Import[]
}

/** The files that match, as they stand on the disk. */
export function sources(...patterns: string[]): Source[] {
  return globSync(patterns)
    .toSorted()
    .map((path) => {
      const text = readFileSync(path, 'utf8')
      const code = text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1')
      const home = path.split('/')[1] ?? ''
      return { path, home, lines: text.trimEnd().split('\n').length, text, code, imports: importsIn(code, path) }
    })
}

/** The files that these come to hold by importing them, themselves included. Types are left out: they are gone when it runs. */
export function reachedFrom(starts: readonly Source[], all: readonly Source[]): Source[] {
  const byPath = new Map(all.map((source) => [source.path, source]))
  const reached = new Set(starts)
  for (const source of reached) {
    for (const { target, typeOnly } of source.imports) {
      const next = byPath.get(target)
      if (next && !typeOnly) reached.add(next)
    }
  }
  return [...reached]
}

function importsIn(code: string, path: string): Import[] {
  const named = [...code.matchAll(/(?:^|\n|;)\s*(?:import|export)\s+(type\s)?([^;'"`]*?)\s*from\s+'([^']+)'/g)].map(
    ([, type, names = '', target = '']) => ({ target, typeOnly: type !== undefined || allTypes(names) }),
  )
  const bare = [...code.matchAll(/(?:^|\n|;)\s*import\s+'([^']+)'|\bimport\(\s*'([^']+)'/g)].map(
    ([, plain, late = '']) => ({
      target: plain ?? late,
      typeOnly: false,
    }),
  )
  return [...named, ...bare].map((one) => ({ ...one, target: fromRoot(one.target, path) }))
}

function allTypes(names: string): boolean {
  const listed = /^\{([^}]*)\}$/
    .exec(names.trim())?.[1]
    ?.split(',')
    .filter((name) => name.trim())
  return listed?.every((name) => name.trim().startsWith('type ')) ?? false
}

function fromRoot(target: string, path: string): string {
  if (target.startsWith('#')) return target.slice(1)
  return target.startsWith('.') ? join(dirname(path), target) : target
}
