import { ArgsType, Field, Int, ObjectType } from '@nestjs/graphql';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { accident } from './accident.js';

export const PAGE_MAX = 100;

/** Forward keyset paging: `first` rows after the row the cursor names. */
@ArgsType()
export class PageArgs {
  @Field(() => Int, { defaultValue: 20 })
  @IsInt()
  @Min(1)
  @Max(PAGE_MAX)
  readonly first: number = 20;

  @Field(() => String, { nullable: true, description: 'A cursor of an earlier page.' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  readonly after?: string | null;
}

@ObjectType()
export class PageInfo {
  @Field(() => String, { nullable: true, description: 'Null on an empty page.' })
  readonly endCursor: string | null;

  @Field(() => Boolean)
  readonly hasNextPage: boolean;

  constructor(endCursor: string | null, hasNextPage: boolean) {
    this.endCursor = endCursor;
    this.hasNextPage = hasNextPage;
  }
}

/** The sort key of one row: the instant or date it is ordered by and its id. */
export interface Cursor {
  readonly at: string;
  readonly id: string;
}

export function encodeCursor({ at, id }: Cursor): string {
  return Buffer.from(`${at}|${id}`, 'utf8').toString('base64url');
}

/** @throws VALIDATION for a text that is no cursor of ours. */
export function decodeCursor(text: string): Cursor {
  const [at, id] = Buffer.from(text, 'base64url').toString('utf8').split('|');
  if (!at || !id || !/^[\w.:\- ]{4,40}$/.test(at) || !/^[\w.-]{1,64}$/.test(id)) {
    throw accident('VALIDATION');
  }
  return { at, id };
}

/** Cuts `rows` (asked for with `first + 1`) to a page. */
export function toPage<Row>(
  rows: readonly Row[],
  first: number,
  cursorOf: (row: Row) => Cursor,
): { edges: { cursor: string; node: Row }[]; pageInfo: PageInfo } {
  const edges = rows
    .slice(0, first)
    .map((node) => ({ cursor: encodeCursor(cursorOf(node)), node }));
  return {
    edges,
    pageInfo: new PageInfo(edges.at(-1)?.cursor ?? null, rows.length > first),
  };
}
