export * from './generated.js';
export { default as possibleTypes } from './possible-types.js';
