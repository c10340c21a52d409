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

/** Five minutes before an unattended session ends: one button to stay. */
@Component({
  selector: 'app-idle-dialog',
  imports: [Countdown, MatButtonModule, MatDialogModule, TranslocoPipe],
  template: `
    <h2 mat-dialog-title>{{ 'app.idle.title' | transloco }}</h2>
    <mat-dialog-content>
      <p>
        {{ 'app.idle.text' | transloco }} <kp-countdown [until]="end" (timeUp)="close(false)" />
      </p>
    </mat-dialog-content>
    <mat-dialog-actions>
      <button matButton="filled" type="button" cdkFocusInitial (click)="close(true)">
        {{ 'app.idle.stay' | transloco }}
      </button>
      <button matButton="outlined" type="button" (click)="close(false)">
        {{ 'app.logOut' | transloco }}
      </button>
    </mat-dialog-actions>
  `,
})
export class IdleDialog {
  private readonly self = inject<MatDialogRef<IdleDialog, boolean>>(MatDialogRef);
  protected readonly end = inject<Date>(MAT_DIALOG_DATA);

  protected close(stay: boolean): void {
    this.self.close(stay);
  }
}

/** True when the person stays; false when they log out or the time is over. */
export async function askToStay(injector: Injector, end: Date): Promise<boolean> {
  const config = Object.assign(new MatDialogConfig<Date>(), {
    data: end,
    disableClose: true,
    role: 'alertdialog' as const,
  });
  const dialog = injector.get(MatDialog).open<IdleDialog, Date, boolean>(IdleDialog, config);
  return (await firstValueFrom(dialog.afterClosed())) ?? false;
}
