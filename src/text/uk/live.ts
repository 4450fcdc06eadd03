/** What a page says when something changed while it was looked at. */
export const live = {
  'live.new':
    '{count, plural, one {Показати {count} нове звернення} few {Показати {count} нові звернення} many {Показати {count} нових звернень} other {Показати {count} нового звернення}}',
  'live.changed': 'Звернення змінилося — показати',
  'live.updated': 'Звернення оновлено.',
  'live.left': 'Уже не в цій папці',
} as const
