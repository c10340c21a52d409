import type { ApplicationType, FormCode } from './application-type.js';
import type { SlotCode } from './slot-codes.js';

/** Where the signed print of each form goes. */
const SIGNED_SLOT: Readonly<Record<FormCode, SlotCode>> = {
  'application-form': 'FORM_SIGNED',
  'reissue-form': 'REISSUE_FORM',
  'change-form': 'CHANGE_FORM',
};

/** The material that is the type's own form, printed and signed; null for a type that prints none. */
export function signedSlotOf({ forms }: Pick<ApplicationType, 'forms'>): SlotCode | null {
  const [form] = forms;
  return form === undefined ? null : SIGNED_SLOT[form];
}

/**
 * Whether the form is signed before the application is sent, as for requests about a certificate
 * (manual ch. 8, 9): it is then printed from the draft, which has its number from the start.
 */
export function isSignedBeforeSubmission(type: Pick<ApplicationType, 'forms' | 'slots'>): boolean {
  const slot = signedSlotOf(type);
  return type.slots.some(({ code, phase }) => code === slot && phase === 'BEFORE_SUBMIT');
}
