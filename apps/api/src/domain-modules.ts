import type { Type } from '@nestjs/common';

/** Every domain of the server, lowest first (architecture: who may import whom). */
export const DOMAIN_MODULES: Type[] = [];
