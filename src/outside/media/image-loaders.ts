import sharp, { type Sharp } from 'sharp'

// Everything libvips can read but these is refused before a byte is parsed. SVG only from memory: it is drawn by us.
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({
  operation: ['Jpeg', 'Png', 'Webp']
    .flatMap((format) => [`VipsForeignLoad${format}File`, `VipsForeignLoad${format}Buffer`])
    .concat('VipsForeignLoadSvgBuffer'),
})
// No pixels of one person's file stay in memory for another's, and the gate alone decides how much runs at once.
sharp.cache(false)
sharp.concurrency(1)

/** The image library, held to the formats we take. */
export { type Sharp, sharp }
