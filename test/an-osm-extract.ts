import { deflateSync } from 'node:zlib'

type Tags = Readonly<Record<string, string>>
export type OsmNode = { readonly id: number; readonly lng: number; readonly lat: number; readonly tags?: Tags }
export type OsmWay = { readonly id: number; readonly refs: readonly number[]; readonly tags?: Tags }
export type OsmRelation = { readonly id: number; readonly ways: readonly number[]; readonly tags?: Tags }

/** The first block of an OpenStreetMap extract in PBF (https://wiki.openstreetmap.org/wiki/PBF_Format). */
export function osmHeader(): Buffer {
  return blob(
    'OSMHeader',
    Buffer.concat([bytes(4, Buffer.from('OsmSchema-V0.6')), bytes(4, Buffer.from('DenseNodes'))]),
  )
}

/** A block of nodes; some thousand fit. */
export function osmNodes(nodes: readonly OsmNode[]): Buffer {
  const strings = stringTable()
  const tags = nodes.flatMap((node) => [
    ...Object.entries(node.tags ?? {})
      .flat()
      .map(strings.at),
    0,
  ])
  const scaled = (one: number) => Math.round(one * 1e7)
  const dense = Buffer.concat([
    bytes(1, packed(deltas(nodes.map(({ id }) => id)).map(zigzag))),
    bytes(8, packed(deltas(nodes.map(({ lat }) => scaled(lat))).map(zigzag))),
    bytes(9, packed(deltas(nodes.map(({ lng }) => scaled(lng))).map(zigzag))),
    bytes(10, packed(tags)),
  ])
  return block(strings, [bytes(2, dense)])
}

export function osmWays(ways: readonly OsmWay[]): Buffer {
  const strings = stringTable()
  const all = ways.map(({ id, refs, tags }) =>
    bytes(3, Buffer.concat([number(1, id), keysAndValues(tags, strings), bytes(8, packed(deltas(refs).map(zigzag)))])),
  )
  return block(strings, all)
}

/** Relations of ways, all of them outer ones. */
export function osmRelations(relations: readonly OsmRelation[]): Buffer {
  const strings = stringTable()
  const all = relations.map(({ id, ways, tags }) => {
    const roles = bytes(8, packed(ways.map(() => strings.at('outer'))))
    const members = Buffer.concat([bytes(9, packed(deltas(ways).map(zigzag))), bytes(10, packed(ways.map(() => 1)))])
    return bytes(4, Buffer.concat([number(1, id), keysAndValues(tags, strings), roles, members]))
  })
  return block(strings, all)
}

type Strings = { at(text: string): number; readonly table: () => Buffer }

function stringTable(): Strings {
  const known = new Map([['', 0]])
  return {
    at(text) {
      const at = known.get(text) ?? known.size
      known.set(text, at)
      return at
    },
    table: () => Buffer.concat([...known.keys()].map((text) => bytes(1, Buffer.from(text)))),
  }
}

function keysAndValues(tags: Tags = {}, strings: Strings): Buffer {
  const [keys, values] = [Object.keys(tags).map(strings.at), Object.values(tags).map(strings.at)]
  return Buffer.concat([bytes(2, packed(keys)), bytes(3, packed(values))])
}

function block(strings: Strings, group: readonly Buffer[]): Buffer {
  return blob('OSMData', Buffer.concat([bytes(1, strings.table()), bytes(2, Buffer.concat(group))]))
}

function blob(type: string, content: Buffer): Buffer {
  const body = Buffer.concat([number(2, content.length), bytes(3, deflateSync(content))])
  const header = Buffer.concat([bytes(1, Buffer.from(type)), number(3, body.length)])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(header.length)
  return Buffer.concat([length, header, body])
}

function number(field: number, value: number): Buffer {
  return Buffer.concat([varint(field << 3), varint(value)])
}

function bytes(field: number, value: Buffer): Buffer {
  return Buffer.concat([varint((field << 3) | 2), varint(value.length), value])
}

function packed(values: readonly number[]): Buffer {
  return Buffer.concat(values.map(varint))
}

function deltas(values: readonly number[]): number[] {
  return values.map((value, at) => value - (values[at - 1] ?? 0))
}

function zigzag(value: number): number {
  return value < 0 ? -2 * value - 1 : 2 * value
}

function varint(value: number): Buffer {
  const out: number[] = []
  let left = value
  while (left >= 128) {
    out.push((left % 128) | 128)
    left = Math.floor(left / 128)
  }
  return Buffer.from([...out, left])
}
