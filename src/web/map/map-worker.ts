/* Where MapLibre reads tiles: its own worker, built for the browsers that pages are built for. */
import './of-2020.ts'
import 'maplibre-gl/dist/maplibre-gl-worker.mjs'
