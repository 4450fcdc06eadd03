import encodeQR from 'qr'

import type { Document } from './document.ts'
import type { Pen } from './pen.ts'

/** An address as a square for a phone's camera, and as a link for who reads on a screen. */
export function drawCode(pen: Pen, { url, alt }: Document['code'], side: number): void {
  const rows = encodeQR(url, 'raw', { ecc: 'medium', border: 2 })
  const dot = side / rows.length
  const path = rows
    .flatMap((row, y) => row.map((dark, x) => (dark ? `M${x * dot} ${y * dot}h${dot}v${dot}h${-dot}z` : '')))
    .join('')
  pen.link({ url, alt }, { width: side, height: side }, path)
}
