import 'reflect-metadata';
import { SettingError } from './platform/config/setting-error.js';
import { readSettings } from './platform/config/settings.js';
import { createServer } from './server.js';

try {
  const settings = readSettings(process.env);
  const app = await createServer(settings);
  await app.listen(settings.port, settings.host);
} catch (error) {
  const isOperatorMatter =
    error instanceof SettingError ||
    (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE');
  process.stderr.write(
    isOperatorMatter
      ? `${error.message}\n`
      : `${error instanceof Error ? error.stack : String(error)}\n`,
  );
  process.exit(1);
}
