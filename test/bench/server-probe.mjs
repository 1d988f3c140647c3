// Loaded before the language server by server-process.ts: tells over the IPC channel what the process does.
import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import { setInterval } from 'node:timers';
import { getHeapCodeStatistics } from 'node:v8';

const loop = monitorEventLoopDelay({ resolution: 1 });

let longestCpu = 0;
let before = cpu();
let wall = performance.now();
// On a busy machine a process stands still for longer than it works: the time that it worked between two turns is beside it.
let watching;
const look = () => {
  const now = cpu();
  const turned = performance.now();
  longestCpu = Math.max(longestCpu, Math.min(now - before, turned - wall));
  [before, wall] = [now, turned];
};

process.on('message', (question) => {
  // What is collected here is not at the time that is measured, and a collection makes what comes next slower.
  if (question === 'collect') globalThis.gc?.();
  const { heapUsed, rss } = process.memoryUsage();
  process.send({
    cpu: cpu(),
    longest: loop.max / 1e6,
    longestCpu,
    heap: (heapUsed - codeSize()) / 1e6,
    code: codeSize() / 1e6,
    rss: rss / 1e6,
  });
  if (question !== 'forget') return;
  // Looking is work, too: it begins when somebody wants to know.
  watching ??= setInterval(look, 1).unref();
  loop.enable();
  loop.reset();
  longestCpu = 0;
  [before, wall] = [cpu(), performance.now()];
});

/** What the engine keeps of code that it has compiled: that grows for as long as anything becomes hot. */
function codeSize() {
  const { code_and_metadata_size: compiled, bytecode_and_metadata_size: bytecode } = getHeapCodeStatistics();
  return compiled + bytecode;
}

function cpu() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
