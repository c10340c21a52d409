import { Component, computed, inject, input, signal } from '@angular/core';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import {
  type ApplicationDetailFragment,
  ApplicationPageDocument,
  RemoveAttachmentDocument,
  UploadAttachmentDocument,
} from '@kaopu/graphql';
import {
  Confirm,
  DocumentViewer,
  UploadRow,
  type UploadState,
  type ViewedDocument,
} from '@kaopu/web-ui';
import { Apollo } from 'apollo-angular';
import { firstValueFrom } from 'rxjs';

import { withUpload } from '../../core/graphql/upload-progress.js';
import { PhoneUpload } from '../../core/handoff/phone-upload.js';
import type { ReceivedFile } from '../../core/handoff/received-file.js';
import type { UploadRequests } from '../../core/handoff/upload-requests.js';
import { LanguageChoice } from '../../core/i18n/language-choice.js';
import { Command } from '../../core/requests/command.js';
import { mutate } from '../../core/requests/mutate.js';
import { refusalWords } from '../../core/requests/refusal.js';
import { declarationOf, isNotNeeded } from './application-data.js';

type SlotState = ApplicationDetailFragment['slots'][number];

const KILOBYTE = 1024;
const MIME_TYPES: Readonly<Record<string, string>> = {
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  pdf: 'application/pdf',
};

/** The papers of an application, one row each: upload, see, replace, remove; refusals stand on their row. */
@Component({
  selector: 'app-material-rows',
  imports: [DocumentViewer, PhoneUpload, TranslocoPipe, UploadRow],
  templateUrl: './material-rows.html',
})
export class MaterialRows {
  readonly application = input.required<ApplicationDetailFragment>();
  /** Papers that can exist only after submission, or all others. */
  readonly afterSubmission = input(false);

  private readonly apollo = inject(Apollo);
  private readonly confirm = inject(Confirm);
  private readonly transloco = inject(TranslocoService);
  private readonly language = inject(LanguageChoice);

  private readonly commands = new Map<string, Command>();
  /** What happens to a paper right now, or why the last attempt failed, by slot. */
  private readonly attempts = signal<Readonly<Record<string, UploadState | undefined>>>({});
  protected readonly viewed = signal<(ViewedDocument & { readonly slot: string }) | undefined>(
    undefined,
  );

  protected readonly rows = computed(() => {
    this.language.current();
    const { id, type, slots } = this.application();
    const declaration = declarationOf(type);
    return slots
      .filter(({ requirement }) => requirement.afterSubmission === this.afterSubmission())
      .map((slot) => {
        const { requirement } = slot;
        const notNeeded = isNotNeeded(declaration, requirement);
        return {
          slot,
          id: requirement.slot,
          paper: {
            id: requirement.slot,
            name: requirement.name,
            remark: notNeeded ? '' : requirement.redRemark,
            hint: notNeeded ? '' : this.hintOf(slot),
            required: requirement.required || notNeeded,
          },
          accept: requirement.extensions.flatMap((name) => MIME_TYPES[name] ?? []).join(','),
          byPhone: (requests: UploadRequests) => requests.startSlot(id, requirement.slot),
          state: this.attempts()[requirement.slot] ?? this.stateOf(slot, notNeeded),
        };
      });
  });

  /** From a phone: as if it had been chosen here. What was not taken waits there for another try. */
  protected async take(slot: SlotState, { file, used }: ReceivedFile): Promise<void> {
    if (await this.upload(slot, file)) {
      await used();
    }
  }

  /** True when the file is in its place. */
  protected async upload(slot: SlotState, file: File): Promise<boolean> {
    const { slot: code, maxBytes, extensions } = slot.requirement;
    const extension = file.name.split('.').at(-1)?.toLowerCase() ?? '';
    const problem = this.problemOf(file, extension, extensions, maxBytes);
    if (problem !== undefined) {
      this.show(code, { kind: 'failed', reason: problem });
      return false;
    }
    this.show(code, { kind: 'uploading', percent: 0 });
    const command = this.commandOf(code);
    const data = await command.run((idempotencyKey) =>
      mutate(
        this.apollo,
        UploadAttachmentDocument,
        { file, input: { applicationId: this.application().id, idempotencyKey, slot: code } },
        withUpload((part) => {
          const percent = Math.round(part * 100);
          this.show(code, percent < 100 ? { kind: 'uploading', percent } : { kind: 'checking' });
        }),
      ),
    );
    return this.finish(code, command, data?.uploadAttachment);
  }

  protected async remove(slot: SlotState): Promise<void> {
    const { slot: code, name } = slot.requirement;
    const sure = await this.confirm.ask({
      title: this.transloco.translate('candidate.materials.remove.title', { name }),
      confirm: this.transloco.translate('candidate.materials.remove.confirm'),
      destructive: true,
    });
    if (!sure) {
      return;
    }
    const { id: applicationId, version } = this.application();
    const command = this.commandOf(code);
    const data = await command.run((idempotencyKey) =>
      mutate(this.apollo, RemoveAttachmentDocument, {
        input: { applicationId, idempotencyKey, slot: code, version },
      }),
    );
    if (this.viewed()?.slot === code) {
      this.viewed.set(undefined);
    }
    this.finish(code, command, data?.removeAttachment);
  }

  /** Addresses of files are good for five minutes, so a fresh one is fetched first. */
  protected async preview(code: string): Promise<void> {
    if (this.viewed()?.slot === code) {
      this.viewed.set(undefined);
      return;
    }
    const { data } = await firstValueFrom(
      this.apollo.query({
        query: ApplicationPageDocument,
        variables: { id: this.application().id },
        fetchPolicy: 'network-only',
        errorPolicy: 'all',
      }),
    );
    const slots = data?.application.slots ?? this.application().slots;
    const found = slots.find(({ requirement }) => requirement.slot === code)?.attachment;
    if (found) {
      this.viewed.set({
        slot: code,
        source: found.url,
        mediaType: found.mimeType,
        name: found.fileName,
      });
    }
  }

  /** True when it is done; else the row says why not. */
  private finish(
    code: string,
    command: Command,
    result: { readonly code: string; readonly message: string } | object | undefined,
  ): boolean {
    const failure = command.failure();
    if (failure) {
      const reason = this.transloco.translate(failure.key, { ...failure.params });
      this.show(code, { kind: 'failed', reason });
    } else if (result && 'message' in result) {
      this.show(code, { kind: 'failed', reason: refusalWords(result) });
    } else {
      this.show(code, undefined);
      return true;
    }
    return false;
  }

  private problemOf(
    file: File,
    extension: string,
    extensions: readonly string[],
    maxBytes: number,
  ): string | undefined {
    const known = extension === 'jpeg' ? 'jpg' : extension;
    if (file.size === 0) {
      return this.transloco.translate('candidate.materials.empty');
    }
    if (!extensions.includes(known) && !extensions.includes(extension)) {
      const types = extensions.join('、').toUpperCase();
      return this.transloco.translate('candidate.materials.wrongType', { types });
    }
    return file.size > maxBytes
      ? this.transloco.translate('candidate.materials.tooLarge', {
          megabytes: megabytes(maxBytes),
          actual: megabytes(file.size),
        })
      : undefined;
  }

  private stateOf(
    { requirement, attachment, verdict }: SlotState,
    notNeeded: boolean,
  ): UploadState {
    if (verdict && !verdict.ok && !verdict.stale) {
      const reason = [verdict.reasonText, verdict.note].filter(Boolean).join(' ');
      return attachment
        ? { kind: 'returned', reason, fileName: attachment.fileName }
        : { kind: 'returned', reason };
    }
    if (attachment) {
      const { fileName, byteSize } = attachment;
      return { kind: 'present', fileName, detail: `${megabytes(byteSize)} MB` };
    }
    if (notNeeded) {
      return { kind: 'later', reason: requirement.reason ?? '' };
    }
    return { kind: 'missing' };
  }

  private hintOf({ requirement }: SlotState): string {
    const limits = this.transloco.translate('candidate.materials.limits', {
      types: requirement.extensions.join('、').toUpperCase(),
      megabytes: megabytes(requirement.maxBytes),
    });
    return [requirement.reason, ...this.proofsFor(requirement.slot), limits]
      .filter(Boolean)
      .join(' ');
  }

  /** Which proof each touched row of a change needs (experience.md §2.9). */
  private proofsFor(code: string): readonly string[] {
    if (code !== 'CHANGE_PROOF') {
      return [];
    }
    return (this.application().certificateRequest?.changes ?? []).map(({ label, proof }) =>
      this.transloco.translate('candidate.request.proofOf', { label, proof }),
    );
  }

  private commandOf(code: string): Command {
    const command = this.commands.get(code) ?? new Command();
    this.commands.set(code, command);
    return command;
  }

  private show(code: string, state: UploadState | undefined): void {
    this.attempts.update((before) => ({ ...before, [code]: state }));
  }
}

/** At most one decimal place. */
function megabytes(bytes: number): number {
  return Math.max(0.1, Math.round((bytes / KILOBYTE / KILOBYTE) * 10) / 10);
}
