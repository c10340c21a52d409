/** A file that came from a phone. Whoever takes it says afterwards what became of it. */
export interface ReceivedFile {
  readonly file: File;
  /** It is in its place: the code is spent and the server's copy is deleted. */
  used(): Promise<void>;
  /** It will not be used; a new code can be shown. */
  dropped(): Promise<void>;
}
