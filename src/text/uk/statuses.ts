import type { Status } from '#src/domain/report.ts'

/** How a status is called. */
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
} as const satisfies Record<`status.${Status}`, string>
