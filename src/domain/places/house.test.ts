import { describe, expect, it } from 'vitest'
import { housesIn, readHouse } from './house.ts'

describe('a house number', () => {
  it.each([
    ['12', '12', '12'],
    ['12а', '12а', '12А'],
    ['12-А', '12а', '12А'],
    ['12 "А"', '12а', '12А'],
    ['12A', '12а', '12А'],
    ['12/3', '12/3', '12/3'],
    ['12 / 3 а', '12/3а', '12/3А'],
    ['12-14', '12-14', '12-14'],
    ['12 корп. 2', '12к2', '12 корп. 2'],
    ['12, корпус 2', '12к2', '12 корп. 2'],
    ['12к2', '12к2', '12 корп. 2'],
    ['12Б корп А', '12бка', '12Б корп. А'],
    ['36 a-b', '36а-б', '36А-Б'],
    ['007', '7', '7'],
  ])('%s has the key %s and is shown as %s', (written, key, shown) => {
    expect(readHouse(written)).toMatchObject({ key, shown })
  })

  it.each(['', '0', 'б/н', 'двадцять', '12345', '12 гараж', '1;3', '-5'])('is not “%s”', (written) => {
    expect(readHouse(written)).toBeNull()
  })
})

describe('in what is typed', () => {
  const found = (typed: string) => housesIn(typed).map(({ house, rest }) => [house.key, rest.trim()])

  it.each([
    ['київська 12', '12', 'київська'],
    ['київська, буд. 12-А', '12а', 'київська,'],
    ['12/3 Kyivska St', '12/3', 'Kyivska St'],
    ['київська 12 корп 2, кв. 15', '12к2', 'київська'],
    ['вул. київська №12, під’їзд 3', '12', 'вул. київська'],
    ['київська д.4', '4', 'київська'],
  ])('“%s” asks for house %s', (typed, key, rest) => {
    expect(found(typed)).toContainEqual([key, rest])
  })

  it('every number may be the house’s', () => {
    expect(found('8 Березня 12').map(([key]) => key)).toEqual(['8', '12'])
  })

  it('an ordinal is none, nor a number that stands alone', () => {
    expect(found('3-й провулок миру')).toEqual([])
    expect(found('12')).toEqual([])
  })
})
