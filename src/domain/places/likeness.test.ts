import { describe, expect, it } from 'vitest'
import { likeness } from './likeness.ts'
import { readQuery } from './query.ts'
import { wordsOf } from './words.ts'

const like = (typed: string, name: string) =>
  Math.max(...readQuery(typed, [], 'either').readings.map((reading) => likeness(reading, wordsOf(name))))

describe('a name is like what was typed', () => {
  it('wholly, when it is the same in any order', () => {
    expect(like('вулиця Лесі Українки', 'вулиця Лесі Українки')).toBe(1)
    expect(like('українки лесі', 'вулиця Лесі Українки')).toBe(1)
  })

  it.each([
    ['a whole name before a longer one', 'миру', 'проспект Миру', 'провулок 1-й Миру'],
    ['the right type before another', 'площа Перемоги', 'майдан Перемоги', 'вулиця Перемоги'],
    ['what is spelt right before a slip', 'кармалюка', 'вулиця Кармалюка', 'вулиця Кармелюка'],
    ['a full word before its beginning', 'хліб', 'вулиця Хлібна', 'вулиця Хлібодарська'],
    ['the name that has the number', '3 провулок миру', '3-й пров. Миру', 'провулок 1-й Миру'],
    ['one mistake before two', 'домбровського', 'вулиця Домбровскаго', 'вулиця Домбрівскаго'],
  ])('more: %s', (_, typed, more, less) => {
    expect(like(typed, more)).toBeGreaterThan(like(typed, less))
    expect(like(typed, less)).toBeGreaterThan(0)
  })

  it.each([
    ['киев', 'вулиця Київська'],
    ['шевчнка', 'вулиця Шевченка'],
    ['комсонавтів', 'вулиця Космонавтів'],
    ['незалежносты', 'проспект Незалежності'],
    ['богдана хмельницького', 'вулиця Б. Хмельницького'],
    ['л. українки', 'вулиця Лесі Українки'],
  ])('with a mistake or cut short: “%s”', (typed, name) => {
    expect(like(typed, name)).toBeGreaterThan(0.5)
  })

  it.each([
    ['миру', 'вулиця Київська'],
    ['12', 'вулиця Київська'],
    ['к', 'вулиця Шевченка'],
    ['вулиця', 'проспект Миру'],
    ['шлях', 'вулиця Шкільна'],
    ['к', 'Б. Шевченка'],
  ])('not at all: “%s” and “%s”', (typed, name) => {
    expect(like(typed, name)).toBe(0)
  })
})
