import type { Locale } from '#src/domain/locale.ts'
import type { Figure, Row } from './document.ts'
import { drawable, type Face } from './fonts.ts'

type Pdf = InstanceType<typeof import('pdfkit')>
type Box = { readonly width: number; readonly height: number }
type Style = {
  readonly width: number
  readonly face?: Face
  readonly size?: number
  readonly colour?: keyof typeof colours
  /** Of the words, where it is not the document's. */
  readonly locale?: Locale
}

/** The product's own, as it is printed. */
const colours = { ink: '#12202f', soft: '#4a5b6e', blue: '#0b4fa0', line: '#d8dee6' } as const
const bodySize = 10.5

/** Draws on a PDF so that whatever is drawn has its place in the structure: there is no other way to draw. */
export type Pen = ReturnType<typeof penOn>

export function penOn(pdf: Pdf, locale: Locale) {
  const root = pdf.struct('Document')
  pdf.addStructure(root)
  let parent = root

  /** One element of the structure with all that `draw` does; elements made inside it are its children. */
  const element = (tag: string, options: object, draw: () => void) => parent.add(pdf.struct(tag, options, [draw]))
  const within = (tag: string, draw: () => void) => {
    const outer = parent
    parent = pdf.struct(tag)
    outer.add(parent)
    draw()
    parent = outer
  }
  const set = ({ face = 'regular', size = bodySize, colour = 'ink' }: Style) =>
    pdf.font(face).fontSize(size).fillColor(colours[colour])
  const decoration = (draw: () => void) => {
    pdf.markContent('Artifact', { type: 'Layout' })
    draw()
    pdf.endMarkedContent()
  }

  const pen = {
    get y() {
      return pdf.y
    },
    at(x: number, y: number) {
      pdf.x = x
      pdf.y = y
    },
    down(points: number) {
      pdf.y += points
    },
    /** Begins a page when there is no room for so many points on this one. */
    room(points: number) {
      if (pdf.y + points <= pdf.page.maxY()) return
      const { x } = pdf
      pdf.addPage()
      pdf.x = x
    },
    /** How tall a paragraph of these words would be. */
    height(words: string, style: Style): number {
      set(style)
      return pdf.heightOfString(drawable(words), { width: style.width, lineGap: 1 }) + 2
    },
    text(tag: string, words: string, style: Style) {
      const shown = drawable(words)
      if (!shown.trim()) return
      set(style)
      const lang = style.locale && style.locale !== locale ? { lang: style.locale } : {}
      element(tag, lang, () => pdf.text(shown, { width: style.width, lineGap: 1 }))
      pdf.y += tag === 'P' ? 2 : 0
    },
    /** Two columns from the same height, read one after the other; where the lower of them ends. */
    beside(first: () => void, second: () => void, secondX: number): number {
      const { x, y, page } = pdf
      first()
      const end = { y: pdf.y, page: pdf.page }
      const pages = pdf.bufferedPageRange().count
      pdf.switchToPage(pageNumber(pdf, page))
      pen.at(secondX, y)
      second()
      const low = end.page === page ? Math.max(pdf.y, end.y) : end.y
      pdf.switchToPage(pages - 1)
      pdf.x = x
      return low
    },
    table(rows: readonly Row[], { label, width }: { readonly label: number; readonly width: number }) {
      const { x } = pdf
      const valueWidth = width - label - 8
      within('Table', () => {
        for (const row of rows) {
          const [head, value] = [drawable(row.label), drawable(row.value)]
          set({ width: label, size: 9.5 })
          const heights = [pdf.heightOfString(head, { width: label }), pdf.heightOfString(value, { width: valueWidth })]
          pen.room(Math.min(Math.max(...heights), 200))
          const { y, page } = pdf
          within('TR', () => {
            set({ width: label, size: 9.5, colour: 'soft' })
            element('TH', { scope: 'Row' }, () => pdf.text(head, x, y, { width: label }))
            set({ width: valueWidth, size: 9.5 })
            element('TD', {}, () => pdf.text(value, x + label + 8, y, { width: valueWidth }))
          })
          pen.at(x, pdf.page === page ? y + Math.max(...heights) + 3 : pdf.y + 3)
        }
      })
    },
    /** Inside its box, at its upper left corner. */
    figure({ bytes, alt, ...pixels }: Figure, box: Box) {
      const { x, y } = pdf
      const scale = Math.min(box.width / pixels.width, box.height / pixels.height)
      const [width, height] = [pixels.width * scale, pixels.height * scale]
      const draw = () => pdf.image(Buffer.from(bytes), x, y, { width, height })
      element('Figure', { alt, bbox: [x, y, x + width, y + height] }, draw)
      pen.at(x, y + height + 2)
    },
    /** A drawing that leads somewhere. */
    link({ url, alt }: { readonly url: string; readonly alt: string }, { width, height }: Box, path: string) {
      const { x, y } = pdf
      const figure = pdf.struct('Figure', { alt, bbox: [x, y, x + width, y + height] } as object, [
        () => pdf.save().translate(x, y).path(path).fill(colours.ink).restore(),
      ])
      const link = pdf.struct('Link', { alt })
      parent.add(link)
      link.add(figure)
      pdf.link(x, y, width, height, url, { structParent: link, Contents: new String(alt) } as object)
      // At once: what is ended later would be said to lie on the last page.
      link.end()
      pen.at(x, y + height + 3)
    },
    onEveryPage(draw: (number: number, count: number) => void) {
      const { count } = pdf.bufferedPageRange()
      for (let index = 0; index < count; index += 1) {
        pdf.switchToPage(index)
        draw(index + 1, count)
      }
    },
    /** Words that belong to the paper and not to what it says. */
    decoration(words: string, { x, y, width }: { readonly x: number; readonly y: number; readonly width: number }) {
      // Below the margin, where pdfkit would begin a page.
      const { margins } = pdf.page
      const { bottom } = margins
      margins.bottom = 0
      decoration(() => {
        pdf
          .moveTo(x, y - 6)
          .lineTo(x + width, y - 6)
          .lineWidth(0.5)
          .stroke(colours.line)
        set({ width, size: 8, colour: 'soft' })
        pdf.text(drawable(words), x, y, { width, lineBreak: false })
      })
      margins.bottom = bottom
    },
  }
  return pen
}

function pageNumber(pdf: Pdf, page: Pdf['page']): number {
  const { count } = pdf.bufferedPageRange()
  const current = pdf.page
  const found = Array.from({ length: count }, (_, index) => index).find(
    (index) => pdf.switchToPage(index) && pdf.page === page,
  )
  pdf.page = current
  return found ?? 0
}
