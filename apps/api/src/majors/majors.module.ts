import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { MajorEntity } from './major.entity.js';
import { MajorRelationEntity } from './major-relation.entity.js';
import { Majors } from './majors.js';
import { MajorsQueries } from './majors.queries.js';
import { MajorsResolver } from './majors.resolver.js';

/** The three catalogues of majors (专业) and their search. */
@Module({
  imports: [TypeOrmModule.forFeature([MajorEntity, MajorRelationEntity])],
  providers: [MajorsResolver, MajorsQueries, Majors],
  exports: [Majors],
})
export class MajorsModule {}
