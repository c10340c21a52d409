import { ConfirmSecondFactorDocument, LogInStaffDocument, type Role } from '@kaopu/graphql';
import { TOTP } from 'otpauth';
import { TourBrowser } from './browser.ts';
import { humanCheck } from './human-check.ts';
import { expect, succeeded } from './report.ts';

/** As written in tools/reference-data/demo-accounts.json. */
export interface DemoAccount {
  readonly role: string;
  readonly login: string;
  readonly password: string;
  readonly totpSecret: string | null;
  readonly institution?: string | null;
  readonly authority?: string | null;
}

/** Signs staff in once per role, with password and second factor. */
export class StaffDesk {
  private readonly browsers = new Map<string, TourBrowser>();

  constructor(
    readonly url: string,
    private readonly accounts: readonly DemoAccount[],
  ) {}

  /** The staff of one institution and the authority it forwards to, and those who belong to neither. */
  static of(
    url: string,
    accounts: readonly DemoAccount[],
    institution: string,
    authority: string,
  ): StaffDesk {
    const own = accounts.filter(
      (one) =>
        (one.institution ?? institution) === institution &&
        (one.authority ?? authority) === authority,
    );
    return new StaffDesk(url, own);
  }

  async as(role: Role): Promise<TourBrowser> {
    const known = this.browsers.get(role);
    if (known) return known;
    const account = this.accounts.find((one) => one.role === role);
    expect(
      account !== undefined && account.totpSecret !== null,
      `there is no demo account for ${role}`,
    );
    const browser = new TourBrowser(this.url);
    const { logInStaff } = await browser.send(LogInStaffDocument, {
      input: {
        loginName: account.login,
        password: account.password,
        humanCheck: await humanCheck(browser),
      },
    });
    const { challenge } = succeeded(logInStaff, 'SecondFactorRequired');
    const code = new TOTP({ secret: account.totpSecret }).generate();
    const { confirmSecondFactor } = await browser.send(ConfirmSecondFactorDocument, {
      input: { challenge, code },
    });
    browser.accessToken = succeeded(confirmSecondFactor, 'Session').accessToken;
    this.browsers.set(role, browser);
    return browser;
  }
}
