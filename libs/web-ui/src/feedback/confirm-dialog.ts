import { Component, inject, Injectable } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import {
  MAT_DIALOG_DATA,
  MatDialog,
  MatDialogConfig,
  MatDialogModule,
  MatDialogRef,
} from '@angular/material/dialog';
import { TranslocoPipe } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';

/** What is about to happen, in finished words. */
export interface Confirmation {
  readonly title: string;
  readonly text?: string;
  /** What it will happen to, one line each. */
  readonly items?: readonly string[];
  /** The verb of the button: "删除", not "确定". */
  readonly confirm: string;
  /** Cannot be undone: the button is red and the focus starts on cancel. */
  readonly destructive?: boolean;
}

/** Names what will happen before it happens. Open it through `Confirm`. */
@Component({
  selector: 'kp-confirm-dialog',
  imports: [MatButtonModule, MatDialogModule, TranslocoPipe],
  template: `
    <h2 mat-dialog-title>{{ data.title }}</h2>
    <mat-dialog-content>
      @if (data.text) {
        <p>{{ data.text }}</p>
      }
      @if (data.items?.length) {
        <ul>
          @for (item of data.items; track $index) {
            <li>{{ item }}</li>
          }
        </ul>
      }
    </mat-dialog-content>
    <mat-dialog-actions>
      <button
        matButton="filled"
        type="button"
        [class.kp-destructive]="data.destructive"
        [attr.cdkFocusInitial]="data.destructive ? null : ''"
        (click)="self.close(true)"
      >
        {{ data.confirm }}
      </button>
      <button
        matButton="outlined"
        type="button"
        [attr.cdkFocusInitial]="data.destructive ? '' : null"
        (click)="self.close(false)"
      >
        {{ 'ui.confirm.cancel' | transloco }}
      </button>
    </mat-dialog-actions>
  `,
})
export class ConfirmDialog {
  protected readonly self = inject<MatDialogRef<ConfirmDialog, boolean>>(MatDialogRef);
  protected readonly data = inject<Confirmation>(MAT_DIALOG_DATA);
}

/** Asks before something that cannot be taken back. */
@Injectable({ providedIn: 'root' })
export class Confirm {
  private readonly dialog = inject(MatDialog);

  /** True when the person pressed the button; false for cancel, Escape and a click beside it. */
  async ask(confirmation: Confirmation): Promise<boolean> {
    const config = Object.assign(new MatDialogConfig<Confirmation>(), {
      data: confirmation,
      maxWidth: '32rem',
      autoFocus: '[cdkFocusInitial]',
    });
    const opened = this.dialog.open<ConfirmDialog, Confirmation, boolean>(ConfirmDialog, config);
    return (await firstValueFrom(opened.afterClosed())) ?? false;
  }
}
