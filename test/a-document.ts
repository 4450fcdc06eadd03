import sharp from 'sharp'
import type { Document, Figure } from '#src/outside/document/document.ts'

/** A paper with every part that one can have. */
export async function aDocument(changes: Partial<Document> = {}): Promise<Document> {
  return {
    locale: 'uk',
    title: 'Електронне повідомлення № 7. Джерельне',
    author: 'Відкрите місто, Джерельне',
    at: Temporal.Instant.from('2026-01-05T10:00Z'),
    sender: ['Відкрите місто', 'Джерельне'],
    parties: [{ label: 'Кому', lines: ['КП «Водоканал»', 'office@water.example'] }],
    heading: 'Електронне повідомлення № 7',
    under: ['Джерельне, 5 січня 2026 року'],
    said: {
      heading: 'Про що',
      words: 'Ґанок підмиває: об’їжджаємо їм’ям щодня.\n\nЩедрий ключ б’є з-під асфальту.',
      locale: 'uk',
    },
    facts: {
      heading: 'Що і де',
      rows: [
        { label: 'Категорія', value: 'Витік води' },
        { label: 'Місце', value: 'вул. Київська, 12' },
      ],
    },
    place: { ...(await aFigure('Мапа')), under: 'Мапа: © OpenStreetMap' },
    photos: { heading: 'Фото', figures: [await aFigure('Фото 1'), await aFigure('Фото 2')] },
    notes: [
      { heading: 'На чому ґрунтується', paragraphs: ['Закон України «Про звернення громадян» № 393/96-ВР.'] },
      { heading: 'Як відповісти', paragraphs: ['Відповідь потрібна до 5 лютого.', 'Відповідає виконавець.'] },
    ],
    code: { url: 'https://city.example/dzherelne/reports/7', alt: 'QR-код з адресою', under: 'Сторінка' },
    foot: (page, pages) => `Сторінка ${page} з ${pages}`,
    ...changes,
  }
}

export async function aFigure(alt: string): Promise<Figure> {
  const create = { width: 480, height: 320, channels: 3, background: '#8aa' } as const
  return { bytes: await sharp({ create }).jpeg().toBuffer(), width: 480, height: 320, alt }
}
