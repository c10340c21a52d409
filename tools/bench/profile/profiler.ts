// Loaded in front of a server that is to be profiled (node --import): the first SIGUSR2 starts the
// CPU profiler, the second writes what it saw.
import { writeFileSync } from 'node:fs';
import { Session, type Profiler } from 'node:inspector';

const session = new Session();
let isOn = false;

session.connect();
session.post('Profiler.enable');
session.post('Profiler.setSamplingInterval', { interval: 250 });

process.on('SIGUSR2', () => {
  if (isOn) {
    session.post('Profiler.stop', (_error, { profile }: Profiler.StopReturnType) => {
      writeFileSync(process.env['BENCH_PROFILE'] ?? 'cpu.cpuprofile', JSON.stringify(profile));
    });
  } else {
    session.post('Profiler.start');
  }
  isOn = !isOn;
});
