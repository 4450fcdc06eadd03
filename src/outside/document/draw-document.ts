import { buffer } from 'node:stream/consumers'
import PDFDocument from 'pdfkit'

import type { Document, Figure, Party } from './document.ts'
import { drawCode } from './draw-code.ts'
import { freshFonts } from './fonts.ts'
import { type Pen, penOn } from './pen.ts'

/** Points: A4 with room for a punch on the left. */
const page = { width: 595.28, height: 841.89, left: 56, right: 44, top: 40, bottom: 52 } as const
const inner = page.width - page.left - page.right
const gap = 14

/**
 * A document as a PDF that is tagged (PDF/UA-1): every part in the order it is read, tables with their headings,
 * pictures with their words, and fonts embedded down to the letters in use. One page where it fits.
 */
export async function drawDocument(document: Document): Promise<Uint8Array> {
  const { left, right, top, bottom } = page
  const pdf = new PDFDocument({
    size: 'A4',
    margins: { left, right, top, bottom },
    pdfVersion: '1.7',
    tagged: true,
    lang: document.locale,
    displayTitle: true,
    bufferPages: true,
    info: {
      Title: document.title,
      Author: document.author,
      Creator: document.author,
      CreationDate: new Date(document.at.epochMilliseconds),
    },
  })
  const bytes = buffer(pdf)
  // Open already: its types don't say that it takes one so.
  for (const [face, font] of Object.entries(freshFonts())) pdf.registerFont(face, font as unknown as Buffer)
  const pen = penOn(pdf, document.locale)

  drawHead(pen, document)
  drawSaid(pen, document)
  drawFacts(pen, document)
  drawPhotos(pen, document)
  drawNotes(pen, document)
  drawFoot(pen, document)
  // By its subset option, pdfkit would besides write a CIDSet that leaves out parts of letters, which PDF/UA forbids.
  pdf.appendXML(conformance)
  escapeDescription(pdf)
  pdf.end()
  return new Uint8Array(await bytes)
}

const conformance = `
        <rdf:Description xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" rdf:about="">
            <pdfuaid:part>1</pdfuaid:part>
        </rdf:Description>
        `

/** pdfkit puts the words of `info` into the XML of its description as they are, after they are in the file as words. */
function escapeDescription(pdf: InstanceType<typeof PDFDocument>): void {
  const describe = pdf.endMetadata
  pdf.endMetadata = () => {
    const { Title = '', Author = '', Creator = '' } = pdf.info
    const escaped = (words: string) => words.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
    Object.assign(pdf.info, { Title: escaped(Title), Author: escaped(Author), Creator: escaped(Creator) })
    describe.call(pdf)
  }
}

/** Whose paper on the left, to whom on the right, then what it is. */
function drawHead(pen: Pen, { sender, parties, heading, under }: Document): void {
  const [name = '', ...rest] = sender
  const half = inner / 2 - gap
  const below = pen.beside(
    () => {
      pen.text('P', name, { face: 'bold', size: 13, colour: 'blue', width: half })
      for (const line of rest) pen.text('P', line, { size: 9.5, colour: 'soft', width: half })
    },
    () => {
      for (const party of parties) drawParty(pen, party, half)
    },
    page.left + inner - half,
  )
  pen.at(page.left, below + 8)
  pen.text('H1', heading, { face: 'bold', size: 17, width: inner })
  for (const line of under) pen.text('P', line, { size: 9.5, colour: 'soft', width: inner })
}

function drawParty(pen: Pen, { label, lines }: Party, width: number): void {
  const [name = '', ...rest] = lines
  pen.text('P', label, { size: 9.5, colour: 'soft', width })
  pen.text('P', name, { face: 'bold', size: 11, width })
  for (const line of rest) pen.text('P', line, { size: 10, width })
  pen.down(4)
}

function drawSaid(pen: Pen, { said }: Document): void {
  drawHeading(pen, said.heading)
  for (const paragraph of said.words.split(/\n\s*\n|\n/)) {
    if (paragraph.trim()) pen.text('P', paragraph, { width: inner, locale: said.locale })
  }
}

/** The place as a picture on the right, what is known of it and the rest on the left. */
function drawFacts(pen: Pen, { facts, place }: Document): void {
  pen.room(place ? 150 : 60)
  drawHeading(pen, facts.heading)
  const picture = { width: 210, height: 110 }
  const half = place ? inner - picture.width - gap : inner
  const rows = () => pen.table(facts.rows, { label: 104, width: half })
  const draw = () => {
    if (!place) return
    pen.figure(place, picture)
    if (place.under) pen.text('P', place.under, { size: 7.5, colour: 'soft', width: picture.width })
  }
  pen.at(page.left, pen.beside(rows, draw, page.left + half + gap))
}

const mostInRow = 4

function drawPhotos(pen: Pen, { photos }: Document): void {
  const { heading, figures } = photos
  if (figures.length === 0) return
  const between = 8
  const width = Math.min(170, (inner - between * (Math.min(figures.length, mostInRow) - 1)) / figures.length)
  const box = { width, height: 98 }
  pen.room(box.height + 40)
  drawHeading(pen, heading)
  const y = pen.y
  let below = y
  figures.forEach((figure: Figure, index) => {
    pen.at(page.left + index * (width + between), y)
    pen.figure(figure, box)
    below = Math.max(below, pen.y)
  })
  pen.at(page.left, below)
}

const noteSize = 9.2

/** What it rests on and how it is answered, the code to its page beside the last of them. */
function drawNotes(pen: Pen, { notes, code }: Document): void {
  const side = 74
  const all = notes.toSpliced(-1, 1)
  const last = notes.at(-1)
  const draw = ({ heading, paragraphs }: Document['notes'][number], width: number) => {
    drawHeading(pen, heading, width)
    for (const paragraph of paragraphs) pen.text('P', paragraph, { size: noteSize, width })
  }
  for (const note of all) draw(note, inner)
  const width = inner - side - gap * 2
  // Kept together with its code.
  const tall = (last?.paragraphs ?? []).reduce((sum, words) => sum + pen.height(words, { size: noteSize, width }), 0)
  pen.room(Math.max(tall, side + 16) + 24)
  const below = pen.beside(
    () => last && draw(last, width),
    () => {
      drawCode(pen, code, side)
      pen.text('P', code.under, { size: 7.5, colour: 'soft', width: side })
    },
    page.left + inner - side,
  )
  pen.at(page.left, below)
}

function drawHeading(pen: Pen, words: string, width: number = inner): void {
  pen.down(9)
  pen.room(46)
  pen.text('H2', words, { face: 'bold', size: 11.5, width })
  pen.down(1)
}

function drawFoot(pen: Pen, { foot }: Document): void {
  pen.onEveryPage((number, count) => {
    pen.decoration(foot(number, count), { x: page.left, y: page.height - 36, width: inner })
  })
}
