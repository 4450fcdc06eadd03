import type { Status } from '#src/domain/report.ts'

/** How a status is called, and what follows from it. */
export const statuses = {
  'status.submitted': 'На модерації',
  'status.rejected': 'Відхилено модератором',
  'status.accepted': 'Прийнято до розгляду',
  'status.in_progress': 'В роботі',
  'status.awaiting_answer': 'Потрібне уточнення',
  'status.postponed': 'Відкладено',
  'status.resolved': 'Вирішено',
  'status.not_resolved': 'Не вирішено',
  'status.merged': 'Об’єднано',
  'status.withdrawn': 'Відкликано автором',

  'next.submitted': 'Звернення перегляне модератор.',
  'next.rejected': 'Автор може виправити звернення і надіслати його знову. Іншим його не видно.',
  'next.accepted': 'Відповідальна організація розгляне звернення і дасть відповідь у строк.',
  'next.in_progress': 'Відповідальна організація працює над проблемою.',
  'next.awaiting_answer': 'Організація чекає на уточнення від автора.',
  'next.postponed': 'Організація назвала причину і дату, до якої відповість.',
  'next.resolved':
    'Організація розповіла, що зроблено. Автор може підтвердити результат або відкрити звернення повторно.',
  'next.not_resolved': 'Організація пояснила, чому проблему не вирішено. Автор може відкрити звернення повторно.',
  'next.merged': 'Про цю проблему вже є інше звернення. Стежте за ним.',
  'next.withdrawn': 'Автор відкликав звернення. Іншим його не видно.',
} as const satisfies Record<`status.${Status}` | `next.${Status}`, string>
