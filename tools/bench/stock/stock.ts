// The stock stack: NestJS on Express, Apollo Server, TypeORM entities with relations, passport-jwt, each
// used as its documentation shows. It serves the benchmark's operations from Kaopu's own tables.
import 'reflect-metadata';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { Controller, Get, Injectable, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { GraphQLModule } from '@nestjs/graphql';
import { PassportModule, PassportStrategy } from '@nestjs/passport';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ExtractJwt, Strategy } from 'passport-jwt';
import { PersonEntity } from '../../../apps/api/src/profile/person/person.entity.js';
import { dataSourceOptions } from '../../../apps/api/src/platform/database/data-source.js';
import { Cells } from './cells.js';
import { ENTITIES } from './entities.js';
import { ApplicationsResolver } from './applications.resolver.js';
import { ApplyingResolver } from './applying.resolver.js';
import { CertificatesResolver } from './certificates.resolver.js';

@Injectable()
class JwtStrategy extends PassportStrategy(Strategy) {
  constructor() {
    super({
      jwtFromRequest: ExtractJwt.fromAuthHeaderAsBearerToken(),
      secretOrKey: process.env['BENCH_JWT_SECRET'] ?? '',
    });
  }

  validate(payload: object): object {
    return payload;
  }
}

@Controller('health')
class HealthController {
  @Get('ready')
  ready(): object {
    return {};
  }
}

@Module({
  imports: [
    PassportModule,
    TypeOrmModule.forRoot({
      ...dataSourceOptions(process.env['DATABASE_URL'] ?? ''),
      entities: [...ENTITIES, PersonEntity],
    }),
    TypeOrmModule.forFeature(ENTITIES),
    GraphQLModule.forRoot<ApolloDriverConfig>({ driver: ApolloDriver, autoSchemaFile: true }),
  ],
  controllers: [HealthController],
  providers: [JwtStrategy, Cells, ApplicationsResolver, ApplyingResolver, CertificatesResolver],
})
class StockModule {}

const app = await NestFactory.create(StockModule, { logger: ['error'] });
await app.listen(Number(process.env['PORT']), '127.0.0.1');
