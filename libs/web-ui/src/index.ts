export { Banner, type Tone } from './feedback/banner.js';
export { Confirm, type Confirmation, ConfirmDialog } from './feedback/confirm-dialog.js';
export { ConfirmPage } from './feedback/confirm-page.js';
export { DataState } from './feedback/data-state.js';
export { FailureNotice, type ShownFailure } from './feedback/failure-notice.js';
export { StatusChip } from './feedback/status-chip.js';
export { DocumentViewer, type ViewedDocument } from './files/document-viewer.js';
export { PDF_ASSETS } from './files/pdf-assets.js';
export { PhoneUploadButton } from './files/phone-upload-button.js';
export { PhoneUploadPanel, type PhoneUploadState } from './files/phone-upload-panel.js';
export { type PhotoCheckRow, PhotoChecks } from './files/photo-checks.js';
export { PHOTO_SIZE, PhotoCropper } from './files/photo-cropper.js';
export {
  DOCUMENT_TYPES,
  UploadRow,
  type UploadSlot,
  type UploadState,
} from './files/upload-row.js';
export {
  CaptchaField,
  type CaptchaPicture,
  type HumanCheckValue,
  type HumanCheckWay,
  UNANSWERED,
} from './forms/captcha-field.js';
export { CodeField } from './forms/code-field.js';
export { DateField } from './forms/date-field.js';
export { ErrorSummary, type SummaryError } from './forms/error-summary.js';
export { ErrorText, type KeyedError } from './forms/error-text.js';
export { FieldError } from './forms/field-error.js';
export { FormAttempt, provideFormAttempt } from './forms/form-attempt.js';
export type { ProofOfWorkSolver } from './forms/proof-of-work.js';
export { QrImage } from './identity/qr-image.js';
export { SummaryList, type SummaryRow } from './lists/summary-list.js';
export { type Task, TaskList, type TaskStatus } from './lists/task-list.js';
export { Timeline, type TimelineEntry } from './lists/timeline.js';
export { Countdown } from './time/countdown.js';
export { CURRENT_TIME } from './time/current-time.js';
export { ShanghaiTime } from './time/shanghai-time.js';
