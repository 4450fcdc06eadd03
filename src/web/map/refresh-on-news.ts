import type { Map as MapLibre } from 'maplibre-gl'

/** Milliseconds within which every map has looked: many show the same tiles, and must not all ask at once. */
const spread = { least: 1000, most: 4000 }

/** Brings the reports on a map up to date when something happened in the city, once nobody moves it. */
export function refreshOnNews(map: MapLibre): void {
  let isWaiting = false
  const refresh = () => {
    isWaiting = false
    map.refreshTiles('reports')
  }
  document.addEventListener('city-news', () => {
    if (isWaiting) return
    isWaiting = true
    const atRest = () => (map.isMoving() ? map.once('moveend', refresh) : refresh())
    setTimeout(atRest, spread.least + Math.random() * (spread.most - spread.least))
  })
}
