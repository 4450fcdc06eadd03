import type { PushKind } from '#src/domain/pushing.ts'

/** Messages on a device's screen, and choosing them. */
export const push = {
  'push.title': '№ {number}: {status}',
  'push.title.due': '№ {number}: відповідь до {day}',
  'push.title.overdue': '№ {number}: строк відповіді минув {day}',
  'push.body.question': '{city}. Організація чекає на вашу відповідь.',
  'push.body.outcome': '{city}. Ваше звернення: торкніться, щоб прочитати.',
  'push.body.progress': '{city}. Ваше звернення рухається далі.',
  'push.body.followed': '{city}. Звернення, за яким ви стежите.',
  'push.body.inbox': '{city}. Нове на вашому робочому столі.',
  'push.body.due': '{city}. Нагадування про строк.',

  'push.heading': 'Сповіщення на екрані',
  'push.lead': 'Листи надходитимуть, як і раніше. На екрані буде лише номер звернення та його стан.',
  'push.kinds': 'Про що сповіщати',
  'push.kind.question': 'Запитання до мене',
  'push.kind.outcome': 'Відповідь на моє звернення: вирішено, не вирішено, відкладено',
  'push.kind.progress': 'Проміжні кроки: прийнято, передано, взято в роботу',
  'push.kind.followed': 'Новини того, за чим я стежу з позначкою «одразу»',
  'push.kind.inbox': 'Нове на робочому столі',
  'push.kind.due': 'Строк відповіді спливає або минув',
  'push.quiet': 'Не турбувати з {from} до {until}: показати вранці',
  'push.save': 'Зберегти',
  'push.saved': 'Збережено.',

  'push.on': 'Увімкнути на цьому пристрої',
  'push.is_on': 'На цьому пристрої сповіщення ввімкнено.',
  'push.offer.sent': 'Показати на екрані, коли прийде відповідь або запитання?',
  'push.offer.followed': 'Показувати новини ще й на екрані цього пристрою?',
  'push.denied':
    'Браузер не дозволяє сповіщень від цього сайту. Дозвольте їх у налаштуваннях сайту (значок ліворуч від адреси) й спробуйте ще раз.',
  'push.home_screen':
    'На iPhone та iPad сповіщення можливі, коли сайт додано на початковий екран: «Поділитися» → «На початковий екран», а тоді відкрийте його звідти.',
  'push.unable': 'Цей браузер не вміє показувати сповіщень або в ньому вимкнено JavaScript. Листи надходитимуть.',
  'push.failed': 'Не вдалося ввімкнути: немає зв’язку із сервером сповіщень. Спробуйте пізніше.',
  'push.devices': 'Пристрої, на яких вас сповіщають',
  'push.devices_none': 'Поки що жодного.',
  'push.device_since': 'з {day}',
  'push.device_here': 'цей пристрій',
  'push.device_unknown': 'Браузер',
  'push.remove': 'Вимкнути',
  'push.remove_named': 'Вимкнути сповіщення: {device}',
  'push.removed': 'На цьому пристрої сповіщень більше не буде.',
} as const satisfies Record<`push.body.${PushKind}` | `push.kind.${PushKind}`, string> & Record<string, string>
