import { parentPort, workerData } from 'node:worker_threads'
import { draw, type Sketch } from './draw.ts'

// A thread of its own: a large network takes seconds, and nobody's message may wait for it.
parentPort?.postMessage(draw(workerData as Sketch))
