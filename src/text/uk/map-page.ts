/** The map as a page of its own. */
export const mapPage = {
  'map_page.open': 'Мапа на все вікно',
  'map_page.title': 'Мапа звернень',
  'map_page.description': 'Усе, про що повідомили мешканці {city}, на мапі.',
  'map_page.needs_script':
    'Мапі потрібен JavaScript, а в цьому браузері його немає або вимкнено. Ті самі звернення зібрано у списку:',
  'map_page.to_list': 'Список',
  'map_page.in_view': 'Що видно на мапі',
  'map_page.near_me': 'Поруч зі мною',
  'map_page.card': 'Звернення на мапі',
} as const
