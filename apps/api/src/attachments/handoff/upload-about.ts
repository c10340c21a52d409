/** What the phone is shown before anything is sent, so that nobody sends a picture to a stranger. */
export interface UploadAbout {
  /** Masked, `张*`; empty while no name was typed. */
  readonly name: string;
  /** Masked; empty while no number was typed. */
  readonly idNumber: string;
  readonly slot: { readonly 'zh-CN': string; readonly en: string };
  /** A registration photo: must be large enough, and is cut at the desktop. */
  readonly isPhoto: boolean;
}
