/** First and last day of an exam, Shanghai days; null while they are not set. */
export interface ExamDays {
  readonly from: string | null;
  readonly to: string | null;
}
