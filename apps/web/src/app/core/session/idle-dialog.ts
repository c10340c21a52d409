import { Component, inject, type Injector } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import {
  MAT_DIALOG_DATA,
  MatDialog,
  MatDialogConfig,
  MatDialogModule,
  MatDialogRef,
} from '@angular/material/dialog';
import { Countdown } from '@kaopu/web-ui';
import { TranslocoPipe } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';

/** What became of the warning; `over` when nobody answered in time. */
export type IdleAnswer = 'stay' | 'leave' | 'over';

/** Five minutes before an unattended session ends: one button to stay. */
@Component({
  selector: 'app-idle-dialog',
  imports: [Countdown, MatButtonModule, MatDialogModule, TranslocoPipe],
  template: `
    <h2 mat-dialog-title>{{ 'app.idle.title' | transloco }}</h2>
    <mat-dialog-content>
      <p>
        {{ 'app.idle.text' | transloco }} <kp-countdown [until]="end" (timeUp)="close('over')" />
      </p>
    </mat-dialog-content>
    <mat-dialog-actions>
      <button matButton="filled" type="button" cdkFocusInitial (click)="close('stay')">
        {{ 'app.idle.stay' | transloco }}
      </button>
      <button matButton="outlined" type="button" (click)="close('leave')">
        {{ 'app.logOut' | transloco }}
      </button>
    </mat-dialog-actions>
  `,
})
export class IdleDialog {
  private readonly self = inject<MatDialogRef<IdleDialog, IdleAnswer>>(MatDialogRef);
  protected readonly end = inject<Date>(MAT_DIALOG_DATA);

  protected close(answer: IdleAnswer): void {
    this.self.close(answer);
  }
}

/** Warns, and gives what the person wants. */
export async function askToStay(injector: Injector, end: Date): Promise<IdleAnswer> {
  const config = Object.assign(new MatDialogConfig<Date>(), {
    data: end,
    disableClose: true,
    role: 'alertdialog' as const,
  });
  const dialog = injector.get(MatDialog).open<IdleDialog, Date, IdleAnswer>(IdleDialog, config);
  return (await firstValueFrom(dialog.afterClosed())) ?? 'over';
}
