import { create, type Font } from 'fontkit'
import { beforeAll, describe, expect, it } from 'vitest'

import { aDocument } from '#test/a-document.ts'
import { type Dictionary, isRef, isText, readPdf, textOfPdf, type Value } from '#test/read-pdf.ts'
import type { Document } from './document.ts'
import { drawDocument } from './draw-document.ts'

type Element = Dictionary & { readonly S: string }

/** A PDF with all that a reader of it by ear comes by. */
async function drawn(changes: Partial<Document> = {}) {
  const bytes = await drawDocument(await aDocument(changes))
  const pdf = readPdf(bytes)
  const root = pdf.dictionary(pdf.trailer.Root)
  const pages = (pdf.dictionary(root.Pages).Kids as readonly Value[]).map((ref) => ({ ref, page: pdf.dictionary(ref) }))
  const elements: Element[] = []
  const gather = (value: Value) => {
    const element = pdf.dictionary(value) as Element
    elements.push(element)
    for (const kid of kidsOf(element)) if (isRef(kid)) gather(kid)
  }
  for (const one of [pdf.dictionary(root.StructTreeRoot).K].flat() as Value[]) gather(one)
  const contentOf = (page: Dictionary) => pdf.part(page.Contents)?.stream?.toString('latin1') ?? ''
  return { bytes, pdf, root, pages, elements, contentOf }
}

/** The pieces drawn for an element, each by its page and its number there. */
const drawnFor = (element: Dictionary): readonly string[] =>
  kidsOf(element).flatMap((kid) => {
    const { Pg: page = element.Pg, MCID: id } = typeof kid === 'object' ? (kid as Dictionary) : { MCID: kid }
    return typeof id === 'number' && isRef(page) ? [`${page.ref} ${id}`] : []
  })
const kidsOf = ({ K: kids }: Dictionary) => [kids ?? []].flat() as readonly Value[]
const long = Array.from({ length: 60 }, (_, index) => `Абзац ${index}. ${'Слова про яму на дорозі. '.repeat(8)}`).join(
  '\n',
)

/** How wide each glyph of an embedded font is, in thousandths of its size: what the document says of it must agree. */
function widthsIn(file: Buffer | null | undefined): readonly number[] {
  const font = create(file ?? Buffer.alloc(0)) as Font // safe: a TrueType file holds one
  return Array.from({ length: font.numGlyphs }, (_, id) =>
    Math.round((font.getGlyph(id).advanceWidth * 1000) / font.unitsPerEm),
  )
}

/** What veraPDF asks of a PDF/UA-1 file, as far as its objects tell. */
describe.each([
  ['on one page', {}],
  ['on several', { said: { heading: 'Про що', words: long, locale: 'en' } as const }],
  ['without pictures', { place: null, photos: { heading: '', figures: [] } }],
])('a document %s', (_, changes) => {
  let paper: Awaited<ReturnType<typeof drawn>>
  beforeAll(async () => {
    paper = await drawn(changes)
  })

  it('says that it is tagged, in which language, by what title and standard', () => {
    const { root, pdf } = paper
    expect(pdf.dictionary(root.MarkInfo).Marked).toBe(true)
    expect(root.Lang).toEqual({ text: 'uk' })
    expect(pdf.dictionary(root.ViewerPreferences).DisplayDocTitle).toBe(true)
    expect(pdf.dictionary(root.MarkInfo).Suspects ?? false).toBe(false)
    const described = pdf.part(root.Metadata)?.stream?.toString() ?? ''
    expect(described).toMatch(
      /xmlns:pdfuaid="http:\/\/www\.aiim\.org\/pdfua\/ns\/id\/"[^>]*>\s*<pdfuaid:part>1<\/pdfuaid:part>/,
    )
    const [, title = ''] = /<dc:title>\s*<rdf:Alt>\s*<rdf:li xml:lang="x-default">(.*?)<\/rdf:li>/.exec(described) ?? []
    expect(pdf.look(pdf.dictionary(pdf.trailer.Info).Title)).toEqual({ text: title })
    expect(title).toBe('Електронне повідомлення № 7. Джерельне')
    expect(pdf.trailer).not.toHaveProperty('Encrypt')
    // Forms, scripts, layers, files within it: each has rules of its own.
    for (const key of ['AcroForm', 'OpenAction', 'AA', 'OCProperties', 'AF']) expect(root).not.toHaveProperty(key)
    for (const name of ['EmbeddedFiles', 'JavaScript']) expect(pdf.dictionary(root.Names)).not.toHaveProperty(name)
  })

  it('draws nothing that is neither a part of the structure nor a decoration', () => {
    const { pages, contentOf } = paper
    for (const { page } of pages) {
      let depth = 0
      for (const line of contentOf(page).split('\n')) {
        if (/ B[DM]C$/.test(line)) depth += 1
        if (line === 'EMC') depth -= 1
        expect(depth).toBeLessThanOrEqual(1)
        if (/(?: Tj| TJ| Do| f| S| B)$/.test(line) || /^[fSB]$/.test(line)) expect([line, depth]).toEqual([line, 1])
      }
      expect(depth).toBe(0)
    }
  })

  it('has each drawn piece at one place of the structure, in the order of the pages', () => {
    const { pages, elements, contentOf } = paper
    const inPages = pages.flatMap(({ ref, page }) =>
      [...contentOf(page).matchAll(/\/MCID (\d+)/g)].map(([, id]) => `${isRef(ref) && ref.ref} ${id}`),
    )
    const inTree = elements.flatMap(drawnFor)
    expect(inTree.toSorted()).toEqual(inPages.toSorted())
    expect(inPages.length).toBeGreaterThan(10)
  })

  it('leads from each drawn piece and each link to its element, and from each element to the one around it', () => {
    const { pdf, root, pages, elements } = paper
    const tree = pdf.dictionary(root.StructTreeRoot)
    const pairs = pdf.dictionary(tree.ParentTree).Nums as readonly Value[]
    const parentOf = (key: Value | undefined) => pdf.look(pairs[pairs.indexOf(key ?? null) + 1])
    for (const { page, ref } of pages) {
      expect(page.Tabs).toBe('/S')
      for (const [id, owner] of (parentOf(page.StructParents) as readonly Value[]).entries()) {
        expect(drawnFor(pdf.dictionary(owner))).toContain(`${isRef(ref) && ref.ref} ${id}`)
      }
      for (const link of ((page.Annots ?? []) as readonly Value[]).map(pdf.dictionary))
        expect(parentOf(link.StructParent)).toHaveProperty('S', '/Link')
    }
    for (const element of elements)
      for (const kid of kidsOf(element).filter(isRef)) expect(pdf.dictionary(pdf.dictionary(kid).P)).toBe(element)
    const [top, ...others] = [tree.K].flat() as readonly Value[]
    expect([pdf.dictionary(top).S, pdf.look(pdf.dictionary(top).P), others]).toEqual(['/Document', tree, []])
  })

  it('is made of known parts: headings from the first down, rows of tables with their headings', () => {
    const { pdf, elements } = paper
    const known = ['Document', 'H1', 'H2', 'P', 'Table', 'TR', 'TH', 'TD', 'Figure', 'Link']
    expect(elements.map(({ S }) => S.slice(1)).filter((kind) => !known.includes(kind))).toEqual([])
    expect(elements.filter(({ S }) => S.startsWith('/H')).map(({ S }) => S)[0]).toBe('/H1')
    expect(elements.filter(({ S }) => S === '/H1')).toHaveLength(1)
    for (const row of elements.filter(({ S }) => S === '/TR')) {
      expect(kidsOf(row).map((kid) => pdf.dictionary(kid).S)).toEqual(['/TH', '/TD'])
      expect(pdf.dictionary(kidsOf(row)[0]).A).toMatchObject({ O: '/Table', Scope: '/Row' })
    }
  })

  it('says in words what a picture shows and where a link leads', () => {
    const { pdf, pages, elements } = paper
    const told = elements.filter(({ S }) => S === '/Figure' || S === '/Link')
    expect(told.length).toBeGreaterThanOrEqual(2)
    for (const { Alt: alt } of told) expect(isText(alt) && alt.text).toMatch(/\p{L}/u)
    for (const { A: place } of told.filter(({ S }) => S === '/Figure')) {
      const [left = 0, low = 0, right = 0, high = 0] = pdf.dictionary(place).BBox as readonly number[]
      expect(0 < left && left < right && right < 596 && 0 < low && low < high && high < 842).toBe(true)
    }
    const links = pages
      .flatMap(({ page }) => (page.Annots ?? []) as readonly Value[])
      .map((ref) => ({ ref, link: pdf.dictionary(ref) }))
    expect(links).toHaveLength(1)
    for (const { ref, link } of links) {
      expect(link).toMatchObject({ Subtype: '/Link', Contents: { text: 'QR-код з адресою' } })
      expect(typeof link.StructParent).toBe('number')
      const [element] = elements.filter(({ S }) => S === '/Link')
      const object = kidsOf(element ?? {})
        .map((kid) => kid as Dictionary)
        .find(({ Type: type }) => type === '/OBJR')
      expect(object?.Obj).toEqual(ref)
      expect(object?.Pg).toEqual(pages.find(({ page }) => page.Annots)?.ref)
    }
  })

  it('carries its fonts, down to the letters in use, with what each letter is', () => {
    const { pdf, pages, contentOf } = paper
    const fonts = pdf.parts
      .map(({ value }) => value as Dictionary)
      .filter(({ Type: type, Subtype: kind }) => type === '/Font' && kind === '/Type0')
    expect(fonts).toHaveLength(2)
    for (const font of fonts) {
      expect(String(font.BaseFont)).toMatch(/^\/[A-Z]{6}\+SourceSans3/)
      expect(pdf.part(font.ToUnicode)?.stream?.toString()).toContain('beginbfrange')
      const inner = pdf.dictionary((font.DescendantFonts as readonly Value[])[0])
      expect(inner).toMatchObject({ Subtype: '/CIDFontType2', CIDToGIDMap: '/Identity' })
      const descriptor = pdf.dictionary(inner.FontDescriptor)
      expect(pdf.part(descriptor.FontFile2)?.stream?.length).toBeLessThan(60_000)
      expect(descriptor).not.toHaveProperty('CIDSet')
      const [first, widths] = inner.W as readonly [number, readonly number[]]
      expect([first, widths]).toEqual([0, widthsIn(pdf.part(descriptor.FontFile2)?.stream).slice(0, widths.length)])
      expect(font.Encoding).toBe('/Identity-H')
    }
    for (const { page } of pages) {
      const glyphs = [...contentOf(page).matchAll(/<([0-9a-f]+)>/g)].flatMap(([, hex = '']) => hex.match(/.{4}/g) ?? [])
      expect(glyphs).not.toContain('0000')
    }
    expect(textOfPdf(paper.bytes)).not.toMatch(/(?!\n)\p{C}/u)
  })
})

describe('a document', () => {
  it('knows its letters, whatever was drawn before: Latin ones are parts of Cyrillic ones', async () => {
    await drawn({ heading: 'океан сіє', foot: () => 'океан сіє' })
    const { bytes } = await drawn({ heading: 'ocean size', foot: () => 'ocean size' })
    expect(textOfPdf(bytes).match(/ocean size/g)).toHaveLength(2)
  })

  it('is described by whatever a city is called', async () => {
    const { pdf, root } = await drawn({ title: 'Вода & <світло>', author: 'А & Б' })
    const described = pdf.part(root.Metadata)?.stream?.toString() ?? ''
    expect(described).toMatch(/>Вода &amp; &lt;світло><\/rdf:li>[\s\S]*<rdf:li>А &amp; Б</)
    expect(pdf.look(pdf.dictionary(pdf.trailer.Info).Title)).toEqual({ text: 'Вода & <світло>' })
  })

  it('is the same bytes each time', async () => {
    expect(Buffer.compare((await drawn()).bytes, (await drawn()).bytes)).toBe(0)
  })

  it('says which of its words are in another language', async () => {
    const { elements } = await drawn({ said: { heading: 'Про що', words: 'Water', locale: 'en' } })
    expect(elements.filter(({ Lang: lang }) => isText(lang)).map(({ Lang: lang }) => lang)).toEqual([{ text: 'en' }])
  })

  it('fits two photos and a map into a letter', async () => {
    expect((await drawn()).bytes.byteLength).toBeLessThan(300_000)
  })

  it.each([
    ['words that never end', `${'слово'.repeat(300)} https://example.com/${'a'.repeat(900)}`],
    ['emoji, and letters that no font of it has', '🕳️ 👨‍👩‍👧 שלום مرحبا 你好 ქართ'],
    ['what is no letter', 'а\u0000б\u202eв\u200bг\ud800д\ufeff'],
    ['a thousand lines', 'рядок\n'.repeat(1000)],
    ['nothing', ' \n \n'],
  ])('is drawn of %s', async (_, words) => {
    const { pages, contentOf } = await drawn({ said: { heading: 'Про що', words, locale: 'uk' } })
    expect(pages.length).toBeGreaterThan(0)
    for (const { page } of pages) expect(contentOf(page)).not.toMatch(/<0000|NaN/)
  })
})
