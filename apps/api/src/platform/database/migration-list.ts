import type { MigrationInterface } from 'typeorm';
import { CreatePlatform1764000000000 } from '../../migrations/1764000000000-create-platform.js';

/** Every migration, oldest first. Reserved number ranges: see migrations/README.md. */
export const MIGRATIONS: (new () => MigrationInterface)[] = [CreatePlatform1764000000000];
