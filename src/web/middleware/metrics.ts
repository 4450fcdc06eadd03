import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'

/** What one answer took. `route` is the pattern, never the address: an address may name a person's report. */
export type Served = {
  readonly requestId: string
  readonly method: string
  readonly route: string
  readonly status: number
  readonly ms: number
}

export type Metrics = {
  readonly registry: Registry
  observe(served: Served): void
  /** Asks for a figure whenever figures are read. */
  watch(name: string, help: string, figure: () => number): void
}

/** Figures of the process and of every answer, as Prometheus reads them. */
export function createMetrics(): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const duration = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time to answer, by route pattern and class of status.',
    labelNames: ['method', 'route', 'status'] as const,
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [registry],
  })
  return {
    registry,
    observe: ({ method, route, status, ms }) =>
      duration.observe({ method, route, status: `${Math.floor(status / 100)}xx` }, ms / 1000),
    watch(name, help, figure) {
      const collect = () => gauge.set(figure())
      const gauge: Gauge = new Gauge({ name, help, registers: [registry], collect })
    },
  }
}
