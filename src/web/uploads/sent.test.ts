import { describe, expect, it } from 'vitest'
import { sentFrom } from './sent.ts'

describe('what became of a file on its way', () => {
  it('is taken when the server says which one it is now', () => {
    const file = { id: 'm', kind: 'photo', thumbnail: '/media/k/320.webp?draft=d', gps: null }
    expect(sentFrom(201, JSON.stringify(file))).toEqual({ kind: 'taken', file })
    expect(sentFrom(200, JSON.stringify(file))).toEqual({ kind: 'taken', file })
  })

  it('is lost, so worth another try, when the connection broke or the server is busy', () => {
    expect(sentFrom(0, '')).toEqual({ kind: 'lost', byServer: false, words: null })
    expect(sentFrom(503, '{"words":"Зачекайте"}')).toEqual({ kind: 'lost', byServer: true, words: 'Зачекайте' })
  })

  it.each([404, 409, 410, 460])('is lost with %i: the upload is elsewhere than was thought, or nowhere', (status) => {
    expect(sentFrom(status, '')).toEqual({ kind: 'lost', byServer: true, words: null })
  })

  it.each([
    [422, '{"problem":"file_damaged","words":"Файл пошкоджено."}', 'file_damaged', 'Файл пошкоджено.'],
    [413, '<html>too large</html>', null, null],
    [429, '{"words":7}', null, null],
    [400, 'null', null, null],
  ])('is refused with %i, in the words that came, if any did', (status, text, problem, words) => {
    expect(sentFrom(status, text)).toEqual({ kind: 'refused', problem, words })
  })
})
