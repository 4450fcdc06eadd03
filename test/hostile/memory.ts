import { existsSync, readFileSync } from 'node:fs'

/** True where the system tells what memory a process has. */
export const isMemoryKnown = existsSync('/proc/self/status')

/** Megabytes that a process holds, and the most that it ever held. */
export function memoryOf(pid: number): { readonly now: number; readonly most: number } {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  const megabytes = (name: string) =>
    Math.round(Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)?.[1]) / 1024)
  return { now: megabytes('VmRSS'), most: megabytes('VmHWM') }
}
