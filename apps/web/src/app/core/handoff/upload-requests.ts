import { inject, Service } from '@angular/core';
import type { OperationVariables } from '@apollo/client';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import {
  CancelUploadDocument,
  FinishUploadDocument,
  RenewUploadDocument,
  SendUploadLinkDocument,
  StartPhotoUploadDocument,
  type StartedUploadPartsFragment,
  StartSlotUploadDocument,
} from '@kaopu/graphql';
import { Apollo } from 'apollo-angular';
import { firstValueFrom } from 'rxjs';

/** A refusal in the server's words. */
export interface UploadRefusal {
  readonly message: string;
}

export type StartedUpload = StartedUploadPartsFragment;

/** Draws the first code for one slot. */
export type StartUpload = () => Promise<StartedUpload | UploadRefusal>;

/** What the desktop asks the server about uploads by phone. Each rejects when no answer came. */
@Service({ autoProvided: false })
export class UploadRequests {
  private readonly apollo = inject(Apollo);

  /** For the ID photo of the registration under way, or of whoever is signed in. */
  readonly startPhoto: StartUpload = async () =>
    (await this.ask(StartPhotoUploadDocument, {})).startPhotoUpload;

  /** For a material of an application. */
  startSlot(applicationId: string, slot: string): StartUpload {
    return async () =>
      (await this.ask(StartSlotUploadDocument, { applicationId, slot })).startSlotUpload;
  }

  async renew(id: string): Promise<StartedUpload | UploadRefusal> {
    return (await this.ask(RenewUploadDocument, { id })).renewUpload;
  }

  /** Sends a fresh link to the person's own phone. */
  async sendLink(
    id: string,
  ): Promise<{ readonly upload: StartedUpload; readonly phone: string } | UploadRefusal> {
    return (await this.ask(SendUploadLinkDocument, { id })).sendUploadLink;
  }

  async finish(id: string): Promise<void> {
    await this.ask(FinishUploadDocument, { id });
  }

  async cancel(id: string): Promise<void> {
    await this.ask(CancelUploadDocument, { id });
  }

  private async ask<Data, Variables extends OperationVariables>(
    mutation: TypedDocumentNode<Data, Variables>,
    variables: Variables,
  ): Promise<Data> {
    const { data, error } = await firstValueFrom(
      this.apollo.mutate<Data>({ mutation, variables, fetchPolicy: 'no-cache' }),
    );
    if (data === undefined || data === null) {
      throw error instanceof Error ? error : new Error('The answer holds no data');
    }
    return data;
  }
}
