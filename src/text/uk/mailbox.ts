/** The page that shows a developer the letters that would have been sent. */
export const mailbox = {
  'mailbox.title': 'Поштова скринька розробника',
  'mailbox.lead':
    'Поштовий сервер не налаштовано, тому листи нікуди не йдуть: вони тут, найновіші згори, і зникнуть, щойно програма зупиниться.',
  'mailbox.count': '{count, plural, one {# лист} few {# листи} many {# листів} other {# листа}}',
  'mailbox.none': 'Листів ще немає',
  'mailbox.none_hint': 'Увійдіть або надішліть звернення — і лист з’явиться тут.',
  'mailbox.to': 'Кому: {to}',
  'mailbox.attached': 'Додано файл: {name}, {kilobytes} КБ',
  'mailbox.json': 'Те саме у форматі JSON',
} as const
