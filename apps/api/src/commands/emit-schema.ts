// Prints the code-first schema to libs/graphql/schema.graphql without a database: `npm run generate`.
import 'reflect-metadata';
import { writeFileSync } from 'node:fs';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { GraphQLSchemaBuilderModule, GraphQLSchemaFactory } from '@nestjs/graphql';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { RESOLVERS } from '../resolvers.js';
import { SCHEMA_OPTIONS } from '../platform/graphql/graphql-api.module.js';

@Module({ imports: [GraphQLSchemaBuilderModule] })
class PrintingModule {}

const app = await NestFactory.createApplicationContext(PrintingModule, { logger: ['error'] });
const schema = await app
  .get(GraphQLSchemaFactory)
  .create(RESOLVERS, SCHEMA_OPTIONS.buildSchemaOptions);
const target = process.argv[2] ?? 'libs/graphql/schema.graphql';
writeFileSync(target, `${printSchema(lexicographicSortSchema(schema))}\n`);
await app.close();
