/** When something was and how long is left, as people say it. */
export const time = {
  'when.today': 'сьогодні, {time}',
  'when.yesterday': 'вчора, {time}',
  'when.day': '{day}, {time}',
  'due.until': 'відповідь до {day}',
  'due.was': 'строк минув {day}',
  'due.stands': 'строк не йде, доки чекають на автора',
  'due.left':
    '{days, plural, =0 {сьогодні останній день} one {ще\u00a0{days} день} few {ще\u00a0{days} дні} many {ще\u00a0{days} днів} other {ще\u00a0{days} дня}}',
  'due.late':
    '{days, plural, one {прострочено на {days} день} few {прострочено на {days} дні} many {прострочено на {days} днів} other {прострочено на {days} дня}}',
} as const
