import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** False where there is no poppler: npm test installs it, as root on Debian or Ubuntu. */
export const hasPoppler = spawnSync('pdftotext', ['-v']).error === undefined

/** What one of poppler's programs says of a PDF; its text in the order it is drawn, which is the order of its structure. */
export function poppler(program: 'pdftotext' | 'pdffonts' | 'pdfinfo', bytes: Uint8Array): string {
  const path = join(tmpdir(), `open-city-poppler-${crypto.randomUUID()}.pdf`)
  writeFileSync(path, bytes)
  const { stdout, stderr, status } = spawnSync(program, program === 'pdftotext' ? ['-raw', path, '-'] : [path])
  if (status !== 0) throw new Error(`${program}: ${stderr}`)
  return stdout.toString()
}
