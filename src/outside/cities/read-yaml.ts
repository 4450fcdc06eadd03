import { isUtf8 } from 'node:buffer'
import { type Document, isCollection, isMap, isPair, isScalar, LineCounter, parseDocument, visit } from 'yaml'
import type { z } from 'zod'
import { ok, type Result, refuse } from '#src/domain/result.ts'
import type { Fault } from './fault.ts'
import { issueInWords } from './issue-in-words.ts'

export type Path = readonly PropertyKey[]

/** A file that has its shape, and the way to complain about a place in it later. */
export type Yaml<Value> = {
  readonly value: Value
  readonly fault: (path: Path, message: string) => Fault
}

/** Reads YAML 1.2 (so JSON too) of one shape; every mistake in it is told at once, each with its line. */
export function readYaml<Shape extends z.ZodType>(
  file: string,
  bytes: Uint8Array,
  shape: Shape,
): Result<Yaml<z.output<Shape>>, readonly Fault[]> {
  if (!isUtf8(bytes)) return refuse([{ file, line: null, message: 'is not UTF-8' }])

  const text = new TextDecoder().decode(bytes)
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  const faultAt = (offset: number, message: string): Fault => ({ file, line: lines.linePos(offset).line || 1, message })

  const broken = [...document.errors, ...document.warnings].map(({ pos, message }) => faultAt(pos[0], message))
  if (broken.length > 0) return refuse(broken)

  const aliases = offsetsOfAliases(document).map((at) =>
    faultAt(at, 'write it out: references (*name) are not followed here'),
  )
  if (aliases.length > 0) return refuse(aliases)

  const read = shape.safeParse(document.toJS(), { error: issueInWords })
  const fault = (path: Path, message: string) => {
    const place = path.length > 0 ? `${pathInWords(path)}: ` : ''
    return faultAt(offsetOf(document, path), `${place}${message}`)
  }
  if (read.success) return ok({ value: read.data, fault })

  return refuse(
    read.error.issues.flatMap((issue) =>
      issue.code === 'unrecognized_keys'
        ? issue.keys.map((key) => fault([...issue.path, key], 'is not known here'))
        : [fault(issue.path, issue.message)],
    ),
  )
}

function offsetsOfAliases(document: Document): number[] {
  const offsets: number[] = []
  visit(document, {
    Alias: (_, { range }) => {
      offsets.push(range?.[0] ?? 0)
    },
  })
  return offsets
}

/** What is missing has no place of its own: the line of what should hold it. */
function offsetOf({ contents }: Document, path: Path): number {
  let node: unknown = contents
  let offset = contents?.range?.[0] ?? 0
  for (const step of path) {
    if (!isCollection(node)) break
    const pair = isMap(node)
      ? node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step))
      : undefined
    const next: unknown = pair ? pair.value : node.get(step, true)
    const shown = pair?.key ?? next
    if (shown === undefined) break
    offset = startOf(shown) ?? offset
    node = next
  }
  return offset
}

function startOf(node: unknown): number | undefined {
  if (isPair(node)) return startOf(node.key)
  return isScalar(node) || isCollection(node) ? node.range?.[0] : undefined
}

function pathInWords(path: Path): string {
  return path
    .map((step, at) => (typeof step === 'number' ? `[${step}]` : `${at > 0 ? '.' : ''}${String(step)}`))
    .join('')
}
