import type { FileUpload } from 'graphql-upload/processRequest.mjs';

/**
 * Type of a resolver's `file` argument. An alias on purpose: with `Promise<FileUpload>` written out,
 * the decorator metadata says Promise and Nest's ValidationPipe tries to construct one (stack.md §3).
 */
export type UploadArg = Promise<FileUpload>;
