import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { loadavg, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { runToEnd } from '#test/programs.ts'
import { startProduct } from './measure/product.ts'

// What Lighthouse says of the pages that most people see, on its phone, with a demo's reports: `npm run bench -- --lighthouse`.
const rounds = 3
const goals = { performance: 95, accessibility: 100, 'best-practices': 100, seo: 100 } as const

type Category = keyof typeof goals
type Scores = Readonly<Record<Category, number>>
type Said = {
  readonly categories: Readonly<Record<Category, { readonly score: number; readonly auditRefs: readonly Audit[] }>>
  readonly audits: Readonly<Record<string, { readonly title: string; readonly score: number | null }>>
}
type Audit = { readonly id: string; readonly weight: number }

const flags = ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-sync']
const categories = Object.keys(goals) as Category[] // safe: the keys of a constant

const folder = await mkdtemp(join(tmpdir(), 'open-city-lighthouse-'))
const data = { DATA_DIR: folder, PATH: process.env.PATH ?? '' }
await runToEnd([resolve('dist/server/demo.js')], data)
const product = await startProduct(folder, folder)
const list = await (await fetch(`${product.origin}/zhytomyr/reports`)).text()
const [report = ''] = /\/zhytomyr\/reports\/\d+(?=">)/.exec(list) ?? []
const pages = { city: '/zhytomyr', list: '/zhytomyr/reports', report, form: '/zhytomyr/reports/new' }

const lost = new Set<string>()
const table: Record<string, Scores> = {}
for (const [name, path] of Object.entries(pages)) table[name] = await scoresOf(name, product.origin + path)
await product.stop()
await rm(folder, { recursive: true, force: true })

console.log(`Medians of ${rounds} rounds, machine at a load of ${loadavg()[0]?.toFixed(1)}`)
console.table(table)
if (lost.size > 0) console.log(`What cost points:\n${[...lost].join('\n')}`)
const isReached = Object.values(table).every((scores) => categories.every((name) => scores[name] >= goals[name]))
process.exitCode = isReached ? 0 : 1

async function scoresOf(page: string, address: string): Promise<Scores> {
  const taken: Scores[] = []
  for (let round = 0; round < rounds; round++) {
    const said = await look(address)
    taken.push(each((name) => Math.round(said.categories[name].score * 100)))
    for (const name of categories)
      for (const { id, weight } of said.categories[name].auditRefs) {
        const { title, score } = said.audits[id] ?? {}
        if (weight > 0 && typeof score === 'number' && score < 1) lost.add(`${page}, ${name}: ${title}`)
      }
  }
  return each((name) => taken.map((scores) => scores[name]).sort((a, b) => a - b)[rounds >> 1] ?? 0)
}

function each(score: (name: Category) => number): Scores {
  return Object.fromEntries(categories.map((name) => [name, score(name)])) as Scores // safe: one for each
}

/** Its own phone and line, simulated: what else the machine does meanwhile counts less. */
async function look(address: string): Promise<Said> {
  const cli = join(process.env.LIGHTHOUSE ?? '', 'node_modules/lighthouse/cli/index.js')
  const options = ['--quiet', '--output=json', '--throttling-method=simulate', `--chrome-flags=${flags.join(' ')}`]
  const { stdout } = await promisify(execFile)(process.execPath, [cli, address, ...options], {
    env: { ...process.env, CHROME_PATH: process.env.CHROMIUM ?? '' },
    maxBuffer: 100_000_000,
  })
  return JSON.parse(stdout) as Said // safe: Lighthouse's own report
}
