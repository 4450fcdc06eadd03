import { globSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import preact from '@preact/preset-vite'
import { defineConfig, type Plugin } from 'vite'
import { writePostgisAlone } from './scripts/build/postgis-alone.ts'
import { postgisAlone } from './src/store/embedded-postgis.ts'

/** Six years of browsers: what a five-year-old phone that gets no more updates still runs. */
const browsers = ['chrome87', 'edge87', 'firefox83', 'safari14', 'ios14']
const version = (major: number) => major << 16
const cssTargets = {
  chrome: version(87),
  edge: version(87),
  firefox: version(83),
  safari: version(14),
  ios_saf: version(14),
}

/** How long a plugin took is no news to who starts the product for the first time. */
const checks = { bundlerTimings: false }

const toSend =
  /\/(?:node_modules\/idb\/|src\/web\/(?:outbox\/(?:alone|device-store|outbox|entry|fields-of|is-paused|keep-form|told-outbox)|report-form\/(?:kept-files|retry-delay|speak|wait-for-files))\.ts)/

/** Three bundles by one command: what the server runs, what browsers load, and the worker that keeps it on a device. */
export default defineConfig({
  plugins: [preact(), layersFlattened(), leanUploads(), precompressed(), embeddedDatabase()],
  publicDir: false,
  css: { transformer: 'lightningcss', lightningcss: { targets: cssTargets } },
  worker: { plugins: () => [mapWorkerKept()] },
  builder: {
    async buildApp(builder) {
      await Promise.all(Object.values(builder.environments).map((environment) => builder.build(environment)))
    },
  },
  environments: {
    client: {
      build: {
        outDir: 'dist/client',
        emptyOutDir: true,
        manifest: true,
        target: browsers,
        cssTarget: browsers,
        cssMinify: 'lightningcss',
        modulePreload: { polyfill: false },
        assetsInlineLimit: 0,
        reportCompressedSize: false,
        chunkSizeWarningLimit: 1500,
        rolldownOptions: {
          checks,
          input: [...globSync('src/web/**/*.island.{ts,tsx}'), 'src/web/ui/look.css'].map((path) =>
            join(import.meta.dirname, path),
          ),
          // What keeps and sends is many small files that are needed together: apart, each would bring its headers.
          output: { codeSplitting: { groups: [{ name: 'to-send', test: toSend, priority: 1 }] } },
        },
      },
    },
    worker: {
      consumer: 'client',
      build: {
        outDir: 'dist/worker',
        emptyOutDir: true,
        target: browsers,
        modulePreload: { polyfill: false },
        reportCompressedSize: false,
        rolldownOptions: {
          checks,
          input: join(import.meta.dirname, 'src/web/offline/worker.ts'),
          // Workers of modules came to Firefox and Safari years after the oldest browsers that this is for.
          output: { format: 'iife', entryFileNames: 'sw.js' },
        },
      },
    },
    ssr: {
      consumer: 'server',
      resolve: { external: true, noExternal: [] },
      build: {
        ssr: true,
        outDir: 'dist/server',
        emptyOutDir: true,
        target: 'esnext',
        minify: false,
        sourcemap: true,
        rolldownOptions: {
          checks,
          input: Object.fromEntries(
            [
              ...globSync('src/bin/{serve,work,migrate,demo,places,basemap,apps}.ts'),
              ...globSync('src/outside/media/*-worker.ts'),
            ]
              .filter((path) => !path.endsWith('.test.ts'))
              .map((path) => [basename(path, '.ts'), join(import.meta.dirname, path)]),
          ),
          output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
        },
      },
    },
  },
  appType: 'custom',
})

/** What the uploads' library brings for programs that have none of it; browsers have had both for longer than anybody reckons here. */
const browsersOwn: Readonly<Record<string, string>> = {
  'url-parse': 'export default URL',
  'js-base64':
    'export const Base64 = { encode: (text) => btoa(String.fromCharCode(...new TextEncoder().encode(text))) }',
}

function leanUploads(): Plugin {
  const isOurs = (id: string) => id.startsWith('\0') && Object.hasOwn(browsersOwn, id.slice(1))
  return {
    name: 'lean-uploads',
    enforce: 'pre',
    applyToEnvironment: ({ name }) => name !== 'ssr',
    resolveId: (id) => (Object.hasOwn(browsersOwn, id) ? `\0${id}` : null),
    load: (id) => (isOurs(id) ? (browsersOwn[id.slice(1)] ?? null) : null),
  }
}

/** A map's worker does nothing but by what it imports, of which its package says that it has no effect. */
function mapWorkerKept(): Plugin {
  return {
    name: 'map-worker-kept',
    transform: (code, id) => (/\/maplibre-gl-worker\./.test(id) ? { code, moduleSideEffects: true } : null),
  }
}

/** Compresses what browsers load once, as hard as it goes, so that no request has to. */
function precompressed(): Plugin {
  return {
    name: 'precompressed',
    applyToEnvironment: ({ name }) => name === 'client',
    writeBundle({ dir = '' }) {
      const folder = join(dir, 'assets')
      for (const name of readdirSync(folder).filter((file) => /\.(?:css|m?js|svg|wasm)$/.test(file))) {
        const bytes = readFileSync(join(folder, name))
        writeFileSync(
          join(folder, `${name}.br`),
          brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 10 } }),
        )
        writeFileSync(join(folder, `${name}.gz`), gzipSync(bytes, { level: 9 }))
      }
    },
  }
}

/** What the server's embedded database is opened with. */
function embeddedDatabase(): Plugin {
  return {
    name: 'embedded-database',
    applyToEnvironment: ({ name }) => name === 'ssr',
    writeBundle: () => writePostgisAlone(postgisAlone),
  }
}

/** Layers say in the source what goes over what; browsers of 2020 drop them whole, so here their order alone remains. */
function layersFlattened(): Plugin {
  return {
    name: 'layers-flattened',
    applyToEnvironment: ({ name }) => name === 'client',
    generateBundle(_, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type === 'asset' && file.fileName.endsWith('.css')) file.source = withoutLayers(String(file.source))
      }
    },
  }
}

function withoutLayers(css: string): string {
  const rest = css.replace(/@layer [^{};]+;/g, '')
  const start = /@layer [^{};]+\{/.exec(rest)
  if (!start) return rest
  const inside = start.index + start[0].length
  const end = endOfBlock(rest, inside)
  return withoutLayers(rest.slice(0, start.index) + rest.slice(inside, end) + rest.slice(end + 1))
}

/** Where the block that began before `from` closes; braces in strings do not count. */
function endOfBlock(css: string, from: number): number {
  let depth = 1
  for (const { 0: token, index } of css.slice(from).matchAll(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|[{}]/g)) {
    if (token === '{') depth += 1
    if (token === '}') depth -= 1
    if (depth === 0) return from + index
  }
  throw new Error('A layer in the stylesheet has no end')
}
