/** Materials (材料) by code; limits and red remarks are data of the catalogue (domain.md §8). */
export const SlotCode = {
  ID_COPY: 'ID_COPY',
  PHOTO: 'PHOTO',
  DIPLOMA: 'DIPLOMA',
  EDU_REPORT: 'EDU_REPORT',
  WORK_PROOF: 'WORK_PROOF',
  VISION: 'VISION',
  LOWER_CERT: 'LOWER_CERT',
  HELD_CERT: 'HELD_CERT',
  PERFORMANCE: 'PERFORMANCE',
  CPD: 'CPD',
  LAST_RESULT: 'LAST_RESULT',
  EMPLOY: 'EMPLOY',
  FORM_SIGNED: 'FORM_SIGNED',
  REISSUE_FORM: 'REISSUE_FORM',
  LOSS_STATEMENT: 'LOSS_STATEMENT',
  CHANGE_FORM: 'CHANGE_FORM',
  CHANGE_PROOF: 'CHANGE_PROOF',
} as const;
export type SlotCode = keyof typeof SlotCode;

/** True for a code that names a material. */
export function isSlotCode(code: string): code is SlotCode {
  return Object.hasOwn(SlotCode, code);
}
