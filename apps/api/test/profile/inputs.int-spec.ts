import { getMetadataStorage } from 'class-validator';
import { isInputObjectType, isNonNullType, type GraphQLSchema } from 'graphql';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as humanCheckInputs from '../../src/auth/human-check/human-check.inputs.js';
import * as authInputs from '../../src/auth/logging-in/auth.inputs.js';
import * as personInputs from '../../src/profile/person/person.inputs.js';
import * as registrationInputs from '../../src/profile/registering/registration.inputs.js';
import { ApiHarness } from '../support/api-harness.js';

const INPUTS = Object.entries({
  ...authInputs,
  ...humanCheckInputs,
  ...personInputs,
  ...registrationInputs,
});

describe('inputs of log-in and registration', () => {
  let api: ApiHarness;
  let schema: GraphQLSchema;
  beforeAll(async () => {
    api = await ApiHarness.start();
    ({ schema } = api.app.get(GraphQLSchemaHost));
  });
  afterAll(() => api.stop());

  it.each(INPUTS)(
    '%s: every field has a validator, and may be null only where the schema says so',
    (name, type) => {
      const published = schema.getType(name);
      if (!isInputObjectType(published)) throw new Error(`${name} is no input of the schema.`);
      const rules = getMetadataStorage().getTargetValidationMetadatas(type, name, false, false);
      for (const field of Object.values(published.getFields())) {
        const own = rules.filter(({ propertyName }) => propertyName === field.name);
        expect(own.length, `${name}.${field.name} has no validator`).toBeGreaterThan(0);
        const mayBeMissing = own.some(({ type: kind }) => kind === 'conditionalValidation');
        expect(mayBeMissing, `${name}.${field.name}`).toBe(!isNonNullType(field.type));
      }
    },
  );

  it.each([
    'mutation { logIn(input: { idNumber: 5, password: "x", humanCheck: {} }) { __typename } }',
    `mutation { logIn(input: { idNumber: "${'1'.repeat(61)}", password: "x", humanCheck: {} }) { __typename } }`,
    `mutation { logIn(input: { idNumber: "1", password: "${'x'.repeat(257)}", humanCheck: {} }) { __typename } }`,
    'mutation { logIn(input: { idNumber: "1", password: "x", humanCheck: { captchaId: "1" } }) { __typename } }',
    'mutation { saveRegistrationDraft(input: { fields: [1] }) { __typename } }',
    'mutation { saveRegistrationDraft(input: { fields: "a" }) { __typename } }',
    `mutation { verifyRegistrationCode(input: { code: "${'1'.repeat(21)}" }) { __typename } }`,
  ])('an absurd value is refused as VALIDATION: %s', async (document) => {
    const answer = await api.browser().ask(document);
    expect(answer.errors?.map(({ extensions }) => extensions.code)).toEqual(['VALIDATION']);
  });
});
