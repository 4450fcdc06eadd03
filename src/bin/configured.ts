import { type Config, readConfig } from '#src/config.ts'

/** The configuration, or the end of the process with a sentence for each fault. */
export function configured(): Config {
  const config = readConfig(process.env)
  if (config.ok) return config.value
  return giveUp(config.problem.map(({ sentence }) => sentence).join('\n'))
}

/** Ends the process: an operator reads why, and the exit code says that it did not work. */
export function giveUp(why: string): never {
  console.error(why)
  process.exit(1)
}
