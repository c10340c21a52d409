import { createUnionType } from '@nestjs/graphql';
import {
  ConflictError,
  InvalidInputError,
  RefusedError,
} from '../../platform/graphql/user-error.js';
import { StandingChange } from './standing-change.type.js';

export const ProposeStandingResult = createUnionType({
  name: 'ProposeStandingResult',
  types: () => [StandingChange, ConflictError, InvalidInputError, RefusedError] as const,
});

export const DecideStandingResult = createUnionType({
  name: 'DecideStandingResult',
  types: () => [StandingChange, ConflictError, InvalidInputError, RefusedError] as const,
});

export const WithdrawStandingResult = createUnionType({
  name: 'WithdrawStandingResult',
  types: () => [StandingChange, ConflictError, RefusedError] as const,
});
