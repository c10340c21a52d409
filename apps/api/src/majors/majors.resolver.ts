import { Args, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../platform/access/allow.js';
import { MajorHit, SearchMajorsArgs } from './major.type.js';
import { MajorsQueries } from './majors.queries.js';

@Resolver()
export class MajorsResolver {
  constructor(private readonly majors: MajorsQueries) {}

  @Query(() => [MajorHit], {
    description:
      'Majors of all three catalogues that fit what was typed, those of this trade first.',
  })
  @Allow('PUBLIC')
  searchMajors(@Args() { text, first }: SearchMajorsArgs): Promise<MajorHit[]> {
    return this.majors.search(text, first);
  }
}
