import { readdirSync, readFileSync } from 'node:fs'

/** Seconds that a process has worked on any core; 0 where the system does not tell. */
export function processorTime(pid: number): number {
  const stat = statOf(pid)
  return stat ? (Number(stat[11]) + Number(stat[12])) / ticksInSecond : 0
}

/** Seconds that a PostgreSQL server has worked, with all it ever started, those that are gone too. */
export function processorTimeOfServer(postmaster: number): number {
  const own = statOf(postmaster)
  if (!own) return 0
  const children = readdirSync('/proc').filter(
    (name) => /^\d+$/.test(name) && statOf(Number(name))?.[1] === String(postmaster),
  )
  const gone = (Number(own[13]) + Number(own[14])) / ticksInSecond
  return children.reduce((sum, child) => sum + processorTime(Number(child)), gone)
}

/** Megabytes that a process holds now, and held at most. */
export function memory(pid: number): { readonly now: number; readonly most: number } {
  const status = read(`/proc/${pid}/status`) ?? ''
  const megabytes = (name: string) => Math.round(Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1] ?? 0) / 1024)
  return { now: megabytes('VmRSS'), most: megabytes('VmHWM') }
}

/** The kernel's own unit for other programs, whatever its timer does (`getconf CLK_TCK`). */
const ticksInSecond = 100

/** The fields after the program's name, which may hold spaces: state, parent, … */
function statOf(pid: number): readonly string[] | null {
  const stat = read(`/proc/${pid}/stat`)
  return stat?.slice(stat.lastIndexOf(')') + 2).split(' ') ?? null
}

function read(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return null
  }
}
