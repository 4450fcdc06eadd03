import type { PublishedField } from '#src/domain/published-report.ts'

/** Feeds and open data. */
export const openData = {
  'open_data.somebody': 'Мешканець міста',
  'feed.reports': 'Звернення мешканців {city}',
  'feed.report': 'Що відбувається зі зверненням № {number}',
  'feed.state': 'Статус: {status}.',

  'embed.more': 'Більше',
  'embed.title': 'Показати на своєму сайті',
  'embed.text':
    'Скопіюйте рядок у свою сторінку: у ній з’явиться мапа чи список, завжди свіжі. Щоб показати лише частину, задайте умови у списку звернень і поверніться сюди за посиланням під ним.',
  'embed.shown': 'Буде показано: {what}',
  'embed.map': 'Мапа',
  'embed.list': 'Список найновіших',
  'embed.link': 'Вбудувати у свій сайт',

  'open_data.title': 'Відкриті дані',
  'open_data.lead':
    'Усе, що видно на сторінках звернень, можна взяти й опрацювати самому: порахувати, порівняти, показати на своїй мапі. Без ключів і реєстрації.',
  'open_data.now': 'Усі звернення просто зараз',
  'open_data.now_text': 'Файл складається, коли його просять, і розповідає, як стоять справи в цю мить.',
  'open_data.live_csv': 'Таблиця (CSV)',
  'open_data.live_geojson': 'Точки на мапі (GeoJSON)',
  'open_data.day_csv': 'Таблиця за вчора (CSV, gzip)',
  'open_data.day_geojson': 'Точки на мапі за вчора (GeoJSON, gzip)',
  'open_data.feed': 'Стрічка новин (Atom)',
  'open_data.filters': 'Потрібна лише частина? Задайте умови й візьміть файл чи стрічку під списком:',
  'open_data.filters_list': 'звернення за категорією, районом, організацією',
  'open_data.days': 'Файли за минулі дні',
  'open_data.days_text':
    'Щоночі записуємо все, що було надіслано до кінця дня, у стиснені файли. Вони не змінюються; зберігаємо їх тиждень.',
  'open_data.days_none':
    'Щоночі все, що було надіслано до кінця дня, записується у стиснені файли. Перший ще попереду.',
  'open_data.format.csv': 'CSV (gzip)',
  'open_data.format.geojson': 'GeoJSON (gzip)',
  'open_data.reports': '{count, plural, one {# звернення} few {# звернення} many {# звернень} other {# звернення}}',
  'open_data.licence': 'Ліцензія',
  'open_data.licence.CC-BY-4.0': 'Creative Commons із зазначенням авторства 4.0 (CC BY 4.0)',
  'open_data.licence.CC0-1.0': 'Creative Commons Zero 1.0 (CC0)',
  'open_data.licence_text.CC-BY-4.0':
    'Копіюйте, поширюйте, змінюйте, використовуйте і для заробітку — лише вкажіть джерело: «{publisher}, Відкрите місто».',
  'open_data.licence_text.CC0-1.0':
    'Копіюйте, поширюйте, змінюйте, використовуйте і для заробітку без жодних умов. Будемо вдячні за згадку: «{publisher}, Відкрите місто».',
  'open_data.questions': 'Запитання про дані:',
  'open_data.nobody':
    'Імен, адрес пошти, телефонів, внутрішніх нотаток і звернень, яких ще не бачив модератор, тут немає.',
  'open_data.fields': 'Що означають поля',
  'open_data.fields_text':
    'Таблиця має кодування UTF-8 і коми між полями (RFC 4180). Час — за годинником міста зі зсувом від UTC (RFC 3339). Перед словами, які електронна таблиця сприйняла б за формулу, стоїть апостроф.',
  'open_data.for_catalogs': 'Для каталогів даних',
  'open_data.for_catalogs_text': 'Опис для data.gov.ua та інших каталогів:',
  'open_data.catalog': 'Відкриті дані {city}: звернення мешканців',
  'open_data.catalog_text':
    'Дані системи «Відкрите місто»: проблеми, про які повідомляють мешканці {city}, і відповіді на них.',
  'open_data.dataset': 'Звернення мешканців {city} про проблеми міста',
  'open_data.dataset_text':
    'Проблеми, про які повідомили мешканці {city}: опис, категорія, місце, відповідальна організація, статус, строк і час відповіді.',
  'open_data.keywords': 'звернення громадян, благоустрій, міські проблеми, звітність',

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
  'open_data.field.not_resolved_reason':
    'Причина, з якої не вирішено, назва для програм. Порожньо, якщо звернення не з таких.',
  'open_data.field.not_resolved_reason_name': 'Причина, з якої не вирішено, словами.',
  'open_data.field.days_to_answer':
    'За скільки днів від першого прийняття дано відповідь, чинну тепер. Порожньо, якщо її немає.',
  'open_data.field.answered_late':
    'Чи дали відповідь після кінця строку: true або false. Порожньо, якщо відповіді немає.',
  'open_data.field.found_solved':
    'Чи вирішено на думку більшості тих, кого це стосується: true або false; порівну — false. Порожньо, якщо ніхто не сказав.',
} as const satisfies Record<`open_data.field.${PublishedField}`, string> & Record<string, string>
