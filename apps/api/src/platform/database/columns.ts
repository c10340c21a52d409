import { Column, PrimaryColumn, type ColumnOptions } from 'typeorm';

const ID = { type: 'char', length: 36, charset: 'ascii', collation: 'ascii_bin' } as const;

/** Primary key: a UUIDv7, so that rows lie in order of creation. SQL: `char(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL`. */
export const IdColumn = (): PropertyDecorator => PrimaryColumn({ ...ID, name: 'id' });

/** Reference to another row; the foreign key stands in the migration. */
export const RefColumn = (name: string, options: ColumnOptions = {}): PropertyDecorator =>
  Column({ ...ID, ...options, name });

/** A point in time, UTC, to the millisecond. SQL: `datetime(3)`. */
export const InstantColumn = (name: string, options: ColumnOptions = {}): PropertyDecorator =>
  Column({ type: 'datetime', precision: 3, ...options, name });

/** Incremented by every conditional update; see `versioned-update.ts`. SQL: `int unsigned NOT NULL`. */
export const RowVersionColumn = (): PropertyDecorator =>
  Column({ type: 'int', unsigned: true, name: 'version' });
