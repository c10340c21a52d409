import type { Type } from '@nestjs/common';

/** Every resolver of `/graphql`, for printing the schema without starting the server. */
export const RESOLVERS: Type[] = [];
