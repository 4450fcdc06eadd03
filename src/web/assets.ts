import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { type Encoding, encodingFor } from './compressed.ts'

/** The browser's part of the product, as the build left it. */
export type Assets = {
  readonly stylesheet: string
  /**
   * The scripts of islands, by the names of their files: `map` for `map.island.ts`. What they import stands before them,
   * so that a browser asks for all of it at once. Throws when there is none.
   */
  scripts(islands: readonly string[]): readonly string[]
  /** The service worker's script, and the addresses of what it keeps for every page, or for maps alone. */
  readonly worker: { readonly script: string; readonly files: readonly string[]; readonly mapFiles: readonly string[] }
  /** Null when there is no such file. */
  answer(file: string, request: Request): Response | null
}

type Chunk = {
  readonly file: string
  readonly src?: string
  readonly isEntry?: boolean
  /** Keys of the manifest. */
  readonly imports?: readonly string[]
}
type Asset = {
  readonly type: string
  readonly bodies: ReadonlyMap<Encoding, Uint8Array<ArrayBuffer>>
  readonly isOfMaps: boolean
}

const types: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  mjs: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
  wasm: 'application/wasm',
  png: 'image/png',
  webp: 'image/webp',
  json: 'application/json',
}

/** Reads the build's files once: they never change while a process runs, and are small. */
export function readAssets(folder: string): Assets {
  const client = join(folder, 'client')
  const manifest = JSON.parse(readFileSync(join(client, '.vite/manifest.json'), 'utf8')) as Record<string, Chunk>
  const files = filesIn(join(client, 'assets'))
  const entry = (ending: RegExp, what: string) => {
    const found = Object.values(manifest).find(({ isEntry, src }) => isEntry && src && ending.test(src))
    if (!found) throw new Error(`The build has no ${what}`)
    return found
  }
  const withImports = (chunk: Chunk): readonly string[] => [
    ...(chunk.imports ?? []).flatMap((key) => (manifest[key] ? withImports(manifest[key]) : [])),
    `/${chunk.file}`,
  ]
  const scriptsOf = (island: string) =>
    withImports(entry(new RegExp(`/${island}\\.island\\.tsx?$`), `island ${island}`))
  return {
    stylesheet: `/${entry(/\/look\.css$/, 'stylesheet').file}`,
    worker: { script: readFileSync(join(folder, 'worker/sw.js'), 'utf8'), ...keptFiles([...files.keys()]) },
    scripts: (islands) => [...new Set(islands.flatMap(scriptsOf))],
    answer: (name, request) => {
      const asset = files.get(name)
      return asset ? answerWith(asset, request) : null
    },
  }
}

/**
 * What has a use with a connection alone or for a large video, and what a page loads in an app from a store: neither is kept beforehand. A
 * page that is kept brings what it used when it was looked at.
 */
const whenAsked =
  /^(?:(?:live|push|desk)\.island|fresh-(?:rows|report)|shrink-(?:video|worker)|(?:(?:in|push|tell-on)-)?shell)-/

/** A map's own files weigh more than all others together. */
const ofMaps = /^(?:open-map|maplibre|map-)/

function keptFiles(names: readonly string[]): Pick<Assets['worker'], 'files' | 'mapFiles'> {
  const addresses = (some: readonly string[]) => some.map((name) => `/assets/${name}`).sort()
  return {
    files: addresses(names.filter((name) => !ofMaps.test(name) && !whenAsked.test(name))),
    mapFiles: addresses(names.filter((name) => ofMaps.test(name))),
  }
}

/** No page is shown from there, and each header travels with every small file. A worker obeys what its own file says. */
const loadsNothing = { 'content-security-policy': "default-src 'none'; form-action 'self'; frame-ancestors 'none';" }

function answerWith({ type, bodies, isOfMaps }: Asset, request: Request): Response {
  const wanted = encodingFor(request.headers.get('accept-encoding'))
  const encoding = bodies.has(wanted) ? wanted : null
  const headers: Record<string, string> = {
    // The name changes with the content.
    'cache-control': 'public, max-age=31536000, immutable',
    'content-type': type,
    vary: 'Accept-Encoding',
    ...(isOfMaps ? {} : loadsNothing),
    ...(encoding ? { 'content-encoding': encoding } : {}),
  }
  return new Response(bodies.get(encoding) ?? null, { headers })
}

const endings: ReadonlyMap<Encoding, string> = new Map<Encoding, string>([
  [null, ''],
  ['br', '.br'],
  ['gzip', '.gz'],
])

function filesIn(folder: string): ReadonlyMap<string, Asset> {
  const names = new Set(readdirSync(folder))
  const plain = [...names].filter((name) => !/\.(br|gz|map)$/.test(name))
  return new Map(
    plain.map((name) => {
      const present = [...endings].filter(([, ending]) => names.has(name + ending))
      const bodies = new Map(
        present.map(([encoding, ending]) => [encoding, new Uint8Array(readFileSync(join(folder, name + ending)))]),
      )
      const type = types[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream'
      return [name, { type, bodies, isOfMaps: ofMaps.test(name) }]
    }),
  )
}
