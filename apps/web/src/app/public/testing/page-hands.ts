/** The hands of all page specs, under the name the public pages know them by. */
export { PageHands } from '../../../testing/page-hands.js';
