import type { ZH_MESSAGES } from '../zh-CN/messages.js';

export const EN_MESSAGES: Readonly<Record<keyof typeof ZH_MESSAGES, string>> = {
  'notice.SUBMITTED.sms':
    '[Kaopu] {name}, application {number} is submitted. Log in to print the form, have it signed and stamped, and upload it.',
  'notice.REQUEST_SUBMITTED.sms':
    '[Kaopu] {name}, request {number} is submitted; the exam institution will confirm it.',
  'notice.REQUEST_CONFIRMED.sms':
    '[Kaopu] {name}, request {number} is confirmed and goes to the issuing authority.',
  'notice.RETURNED.sms':
    '[Kaopu] {name}, application {number} needs corrections. Please log in soon, correct what is marked and resubmit.',
  'notice.EXPIRED.sms':
    '[Kaopu] {name}, application {number} was not corrected in time and has lapsed. Log in for details.',
  'notice.RESTORED.sms':
    '[Kaopu] {name}, application {number}, which you had deleted, was restored by the exam institution. Log in to see it.',
  'notice.PLAN_ASSIGNED.sms':
    '[Kaopu] {name}, an exam plan was assigned to application {number}. Log in to see time and place.',
  'notice.ACCEPTED.sms':
    '[Kaopu] {name}, application {number} passed the review and goes to the issuing authority.',
  'notice.QUALIFIED.sms':
    '[Kaopu] {name}, application {number} passed the review. We will tell you when a seat is arranged.',
  'notice.SCHEDULED.sms':
    '[Kaopu] {name}, application {number} is scheduled. Log in to see the time, the place and your ticket.',
  'notice.PASSED.sms':
    '[Kaopu] {name}, the results of application {number} are published. Log in to see them.',
  'notice.FAILED.sms':
    '[Kaopu] {name}, the results of application {number} are published. Log in to see them.',
  'notice.ABSENT.sms':
    '[Kaopu] {name}, the results of application {number} are published. Log in to see them.',
  'notice.VOID.sms':
    '[Kaopu] {name}, the results of application {number} are published. Log in to see them.',
  'notice.APPROVED.sms':
    '[Kaopu] {name}, application {number} is approved. We will tell you when the certificate is printed.',
  'notice.REISSUE_APPROVED.sms':
    '[Kaopu] {name}, request {number} is approved and the old print is void. Log in for details.',
  'notice.CHANGE_APPROVED.sms':
    '[Kaopu] {name}, request {number} is approved and the old print is void. Log in for details.',
  'notice.REJECTED.sms':
    '[Kaopu] {name}, application {number} has been decided. Log in to see the decision.',
  'notice.PRINTED.sms':
    '[Kaopu] {name}, the certificate of application {number} is printed. We will tell you how to receive it.',
  'notice.DELIVERED.sms':
    '[Kaopu] {name}, the certificate of application {number} has been delivered. Please check it.',

  'mail.greeting': 'Dear {name},',
  'mail.ending':
    'Please open {address} yourself and log in; your inbox there shows how things stand.\nThis mail was sent by a machine, please do not answer it. Under "My details → Notices" you choose which notices reach you by mail or text message.',
};
