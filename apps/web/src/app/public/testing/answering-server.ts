/** The stand-in server of all page specs, under the name the public pages know it by. */
export { AnsweringServer, CAPTCHA } from '../../../testing/answering-server.js';
