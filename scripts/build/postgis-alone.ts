import { readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { constants, gunzip, gzip } from 'node:zlib'

/** The library, what makes its functions in a new database, and what it knows of places on the Earth. */
const needed =
  /^(?:lib\/postgresql\/postgis-3\.so|share\/postgresql\/extension\/postgis(?:\.control|--[\d.]+\.sql)|share\/proj\/.*)$/

/**
 * Writes PostGIS as the embedded database loads it, without the libraries of rasters and topologies: they would be
 * compiled at every start.
 */
export async function writePostgisAlone(file: string): Promise<void> {
  const whole = fileURLToPath(new URL('./postgis.tar.gz', import.meta.resolve('@electric-sql/pglite-postgis')))
  const kept = entriesOf(await promisify(gunzip)(await readFile(whole))).filter(({ name }) => needed.test(name))
  if (!kept.some(({ name }) => name.endsWith('.so'))) throw new Error(`No library of PostGIS in ${whole}`)
  const end = Buffer.alloc(2 * block)
  const tar = Buffer.concat([...kept.map(({ bytes }) => bytes), end])
  // At each start it is unpacked, and it never travels.
  await writeFile(file, await promisify(gzip)(tar, { level: constants.Z_BEST_SPEED }))
}

const block = 512

type Entry = { readonly name: string; readonly bytes: Buffer }

/** The entries of a tar archive (POSIX ustar), each with its header. Names of more than 100 bytes are cut. */
function entriesOf(tar: Buffer): readonly Entry[] {
  const entries: Entry[] = []
  for (let at = 0; at + block <= tar.length && tar[at] !== 0; ) {
    const field = (from: number, to: number) => tar.toString('latin1', at + from, at + to).replace(/\0.*$/s, '')
    const size = Number.parseInt(field(124, 136), 8)
    const next = at + block + Math.ceil(size / block) * block
    entries.push({ name: field(0, 100), bytes: tar.subarray(at, next) })
    at = next
  }
  return entries
}
