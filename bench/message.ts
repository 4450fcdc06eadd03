import sharp from 'sharp'

import { aReport } from '#src/domain/examples.ts'
import { messageDocument } from '#src/message/message-document.ts'
import { drawDocument } from '#src/outside/document/draw-document.ts'
import { forPrint } from '#src/outside/media/for-print.ts'
import { aGuide } from '#test/a-guide.ts'

// The electronic message with a map and two grainy photos, from the files as they are kept to the PDF: no database.
//   node bench/message.ts

const rounds = 60
const noise = { type: 'gaussian', mean: 120, sigma: 25 } as const
const grain = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#778', noise } })
const photo = await grain(960, 720).webp({ quality: 78 }).toBuffer()
const map = await grain(1200, 630).png({ palette: true, colours: 64 }).toBuffer()

const first = await measured()
for (let round = 0; round < 10; round += 1) await measured()
const all = await Array.fromAsync({ length: rounds }, measured)
console.table({
  'the first of a process': first,
  'median, warm': middle(0.5),
  '95 of 100, warm': middle(0.95),
})

async function measured() {
  const began = performance.now()
  const before = process.cpuUsage()
  const bytes = await aMessage()
  const { user, system } = process.cpuUsage(before)
  return { ms: performance.now() - began, processor: (user + system) / 1000, kilobytes: bytes.byteLength / 1000 }
}

async function aMessage(): Promise<Uint8Array> {
  const box = { width: 480, height: 480 }
  const [place, ...photos] = await Promise.all([
    forPrint(map, { width: 840, height: 840 }),
    forPrint(photo, box),
    forPrint(photo, box),
  ])
  const public_ = { mergedIntoNumber: null, authorName: null, supporters: 0, areas: [], events: [], media: [] }
  const report = { ...aReport({ status: 'accepted' }), ...public_ } as never // what a message does not read is left out
  const url = 'https://misto.example/zhytomyr/reports/1042'
  return drawDocument(
    messageDocument({
      ...{ guide: aGuide(), report, locale: 'uk', url, appeal: null },
      map: { picture: place, sources: '© OpenStreetMap' },
      photos,
      photoCount: 2,
    }),
  )
}

function middle(share: number) {
  const at = (key: 'ms' | 'processor' | 'kilobytes') =>
    all.map((one) => one[key]).toSorted((one, other) => one - other)[Math.floor(rounds * share)]
  return { ms: at('ms'), processor: at('processor'), kilobytes: at('kilobytes') }
}
