import { describe, expect, it } from 'vitest'
import { cleanName } from './clean-name.ts'
import { gathering } from './gazetteer.ts'
import { kindOf } from './kind-of.ts'
import type { FoundPlace, Position } from './place.ts'

const at = (lng: number, lat = 50.25): Position => [lng, lat]
const found = (name: string, ...positions: Position[]): FoundPlace => ({
  kind: kindOf(name),
  name,
  english: null,
  also: [],
  old: [],
  shape: { points: positions.length > 0 ? positions : [at(28.66)], lines: [] },
})
const line = (name: string, ...positions: Position[]): FoundPlace => ({
  ...found(name),
  shape: { points: [], lines: [positions] },
})
const everywhere = () => gathering(() => true)

describe('a gazetteer', () => {
  it('has a street once, from all its parts, however its name is ordered', () => {
    const all = everywhere()
    all.place(line('вулиця Лесі Українки', at(28.66), at(28.67)))
    all.place(line('Українки Лесі вул.', at(28.67), at(28.68)))
    const [street, ...others] = all.done().places
    expect(others).toEqual([])
    expect(street).toMatchObject({ kind: 'street', name: 'вулиця Лесі Українки', at: at(28.67) })
    expect(street?.shape.lines).toHaveLength(2)
  })

  it('joins a shortened name to the one street that it can mean, and to none when it can mean two', () => {
    const all = everywhere()
    for (const name of ['вулиця Л. Українки', 'вулиця Лесі Українки', 'вулиця Ів. Франка']) all.place(found(name))
    for (const name of ['вулиця Івана Франка', 'вулиця Івги Франка']) all.place(found(name))
    expect(all.done().places.map(({ name }) => name)).toEqual([
      'вулиця Лесі Українки',
      'вулиця Ів. Франка',
      'вулиця Івана Франка',
      'вулиця Івги Франка',
    ])
  })

  it('keeps a street and a square of one name apart, and landmarks of one name that lie apart', () => {
    const all = everywhere()
    for (const name of ['вулиця Миру', 'майдан Миру', 'проспект Миру']) all.place(found(name))
    all.place(found('Аптека', at(28.66)))
    all.place(found('Аптека', at(28.661)))
    all.place(found('Аптека', at(28.68)))
    expect(all.done().places.map(({ name }) => name)).toEqual([
      'вулиця Миру',
      'майдан Миру',
      'проспект Миру',
      'Аптека',
      'Аптека',
    ])
  })

  it('finds a place by every name it has or had, and shows the one it has', () => {
    const all = everywhere()
    all.place({
      ...found('вулиця Звягельська'),
      english: 'Zviahelska Street',
      also: ['Звягельська ул.'],
      old: ['вул. Щорса'],
    })
    expect(all.done().places[0]).toMatchObject({
      name: 'вулиця Звягельська',
      english: 'Zviahelska Street',
      names: [
        { name: 'вулиця Звягельська', old: false },
        { name: 'вул. Щорса', old: true },
      ],
    })
  })

  it('puts houses on the street they name, by an old name too, the first of each number', () => {
    const all = everywhere()
    all.place({ ...found('вулиця Звягельська'), old: ['вулиця Щорса'] })
    const house = { oldStreet: null, at: at(28.66) }
    all.house({ ...house, street: 'Звягельська вул.', house: '12-А' })
    all.house({ ...house, street: 'Щорса вулиця', house: '14' })
    all.house({ ...house, street: 'вул. Звягельська', house: '12а', at: at(28.7) })
    all.house({ ...house, street: 'вул. Звягельська', house: 'б/н' })
    all.house({ ...house, street: '', house: '1' })
    const { places, houses } = all.done()
    expect(houses).toEqual([
      { street: places[0]?.id, shown: '12А', key: '12а', number: 12, at: at(28.66) },
      { street: places[0]?.id, shown: '14', key: '14', number: 14, at: at(28.66) },
    ])
    expect(Object.fromEntries(all.skipped)).toEqual({ house_twice: 1, house_unreadable: 1, house_without_street: 1 })
  })

  it('begins a street that only its houses tell of, where they stand', () => {
    const all = everywhere()
    all.house({ street: 'Шкільна вул.', oldStreet: null, house: '1', at: at(28.66) })
    all.house({ street: 'Шкільна вул.', oldStreet: 'Ланова вул.', house: '3', at: at(28.67) })
    const [street] = all.done().places
    expect(street).toMatchObject({ name: 'вулиця Шкільна', kind: 'street', shape: { points: [at(28.66), at(28.67)] } })
    expect(street?.names.at(-1)).toMatchObject({ name: 'Ланова вул.', old: true })
  })

  it('leaves out what lies outside, and says so', () => {
    const all = gathering(([lng]) => lng < 28.7)
    all.place(found('Млин', at(28.8)))
    all.house({ street: 'Шкільна', oldStreet: null, house: '1', at: at(28.8) })
    all.place(line('вулиця Довга', at(28.69), at(28.8)))
    expect(all.done().places.map(({ name }) => name)).toEqual(['вулиця Довга'])
    expect(all.skipped.get('outside_city')).toBe(2)
  })
})

describe('a name as a transport feed has it', () => {
  it.each([
    ['вулиця Київська (1) - 4', 'вулиця Київська', null, null],
    ['вулиця Л. Українки (2) 4 - 4А - 12', 'вулиця Л. Українки', null, null],
    ['проспект Незалежності - 3а', 'проспект Незалежності', null, null],
    ['вулиця Театральна (1) -15А', 'вулиця Театральна', null, null],
    ['вулиця Гранітна (на Андріївську)', 'вулиця Гранітна', null, null],
    ['Червоноармійська (кінцева)', 'Червоноармійська', null, null],
    ['вулиця Грушевського (Щорса)', 'вулиця Грушевського', 'Щорса', null],
    ['майдан Привокзальний(Вокзал)', 'майдан Привокзальний', 'Вокзал', null],
    ['"вулиця Сурина Гора', 'вулиця Сурина Гора', null, null],
    ['ТЦ "Дастор"', 'ТЦ "Дастор"', null, null],
    ['вулиця Сурина Гора, 12', 'вулиця Сурина Гора', null, '12'],
    ['Слобода  - Селець', 'Слобода - Селець', null, null],
    ['АТП 11854', 'АТП 11854', null, null],
  ])('“%s” is “%s”', (written, name, also, house) => {
    expect(cleanName(written)).toEqual({ name, also, house })
  })

  it.each(['На вимогу', '(1)', '17', '-', ''])('“%s” names nothing', (written) => {
    expect(cleanName(written)).toBeNull()
  })
})
