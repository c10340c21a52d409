// Loaded in front of a server that is to be profiled (node --import): the first SIGWINCH starts the
// CPU profiler, the second writes what it saw. Nest shuts down on most other signals.
import { writeFileSync } from 'node:fs';
import { Session, type Profiler } from 'node:inspector';

const session = new Session();
let isOn = false;

session.connect();
session.post('Profiler.enable');
session.post('Profiler.setSamplingInterval', { interval: 250 });

process.on('SIGWINCH', () => {
  if (isOn) {
    session.post('Profiler.stop', (_error, { profile }: Profiler.StopReturnType) => {
      writeFileSync(process.env['BENCH_PROFILE'] ?? 'cpu.cpuprofile', JSON.stringify(profile));
    });
  } else {
    session.post('Profiler.start');
  }
  isOn = !isOn;
});
