import type { PublishedField } from '#src/domain/published-report.ts'

/** Feeds and open data. */
export const openData = {
  'open_data.somebody': 'Мешканець міста',
  'feed.reports': 'Звернення мешканців {city}',
  'feed.report': 'Що відбувається зі зверненням № {number}',
  'feed.state': 'Статус: {status}.',

  'open_data.field.number': 'Номер звернення: у межах міста він один і не змінюється.',
  'open_data.field.url': 'Адреса сторінки звернення.',
  'open_data.field.status': 'Статус звернення, назва для програм.',
  'open_data.field.status_name': 'Статус словами.',
  'open_data.field.headline': 'Перше речення опису, скорочене.',
  'open_data.field.description': 'Опис проблеми словами мешканця.',
  'open_data.field.language': 'Мова, якою написано опис: uk або en.',
  'open_data.field.address': 'Адреса чи орієнтир словами мешканця.',
  'open_data.field.longitude': 'Довгота, градуси WGS 84. Порожньо, якщо точку ще не поставлено.',
  'open_data.field.latitude': 'Широта, градуси WGS 84.',
  'open_data.field.areas': 'Райони й мікрорайони, де лежить місце: назви для програм через пробіл.',
  'open_data.field.area_names': 'Ці райони й мікрорайони словами.',
  'open_data.field.group': 'Група категорій, назва для програм.',
  'open_data.field.group_name': 'Група категорій словами.',
  'open_data.field.category': 'Категорія проблеми, назва для програм.',
  'open_data.field.category_name': 'Категорія проблеми словами.',
  'open_data.field.organization': 'Організація, яка відповідає за звернення, назва для програм.',
  'open_data.field.organization_name': 'Ця організація словами.',
  'open_data.field.submitted_at': 'Коли мешканець надіслав звернення.',
  'open_data.field.accepted_at': 'Коли модератор прийняв його до розгляду.',
  'open_data.field.answer_due': 'До якого часу треба відповісти. Порожньо, якщо звернення закрито.',
  'open_data.field.answered_at':
    'Коли організація повідомила, що проблему вирішено або чому не вирішено. Порожньо, якщо відповіді немає.',
  'open_data.field.status_since': 'З якого часу діє цей статус.',
  'open_data.field.confirmed': 'Чи підтвердив автор, що проблему вирішено: true або false.',
  'open_data.field.supporters': 'Скільки ще людей підтримали звернення.',
  'open_data.field.merged_into': 'Номер звернення, з яким це об’єднали.',
} as const satisfies Record<`open_data.field.${PublishedField}`, string> & Record<string, string>
