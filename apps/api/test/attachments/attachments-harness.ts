import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { v7 as uuid } from 'uuid';
import { UploadFolder } from '../../src/attachments/upload-folder.js';
import { StoredFiles, type StoreOrder } from '../../src/attachments/stored-files.js';
import type { StoredFile } from '../../src/attachments/stored-file.entity.js';
import { DOMAIN_MODULES } from '../../src/domain-modules.js';
import { SETTINGS, type Settings } from '../../src/platform/config/settings.js';
import type { ApiClient, TestFile } from '../support/api-client.js';
import { ApiHarness } from '../support/api-harness.js';
import { UploadProbeModule } from './upload-probe.js';

const UPLOAD = `mutation ($file: Upload!, $ownerId: String!, $purpose: String!) {
  probeUpload(file: $file, ownerId: $ownerId, purpose: $purpose) { id code message }
}`;

export interface ProbeAnswer {
  readonly id: string | null;
  readonly code: string | null;
  readonly message: string | null;
}

/** The whole API with one more mutation that stores whatever it is sent. */
export class AttachmentsHarness {
  private constructor(
    readonly api: ApiHarness,
    private readonly browser: ApiClient,
  ) {}

  static async start(): Promise<AttachmentsHarness> {
    if (!DOMAIN_MODULES.includes(UploadProbeModule)) DOMAIN_MODULES.push(UploadProbeModule);
    const api = await ApiHarness.start();
    const browser = api.browser();
    await browser.fetch('/probe/cookie');
    return new AttachmentsHarness(api, browser);
  }

  get files(): StoredFiles {
    return this.api.app.get(StoredFiles);
  }

  get dataDir(): string {
    return this.api.app.get<Settings>(SETTINGS).dataDir;
  }

  async upload(file: TestFile, purpose = 'DOCUMENT', ownerId = uuid()): Promise<ProbeAnswer> {
    const variables = { purpose, ownerId };
    const answer = await this.browser.send<{ probeUpload: ProbeAnswer }, typeof variables>(
      UPLOAD,
      variables,
      file,
    );
    return answer.probeUpload;
  }

  /** Stores past HTTP. @throws Error when it is refused. */
  async stored(content: Buffer, rules: Partial<StoreOrder> = {}): Promise<StoredFile> {
    const outcome = await this.files.store({
      purpose: 'DOCUMENT',
      ownerId: uuid(),
      fileName: '演示材料.pdf',
      content,
      ...rules,
    });
    if (!outcome.ok) throw new Error(outcome.key);
    return outcome.file;
  }

  /** Files that are still arriving, or were left behind. */
  temporaryFiles(): Promise<string[]> {
    return readdir(this.api.app.get(UploadFolder).path);
  }

  /** Where the bytes of a stored file lie. */
  pathOf(id: string): string {
    return join(this.dataDir, 'files', id.slice(-2), id);
  }

  async stop(): Promise<void> {
    await this.api.stop();
  }
}
