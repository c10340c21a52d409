import { Injectable } from '@nestjs/common';
import { PasswordPolicy } from '../../auth/logging-in/password-policy.js';
import { Bodies } from '../../catalogue/bodies/bodies.js';
import { Clock } from '../../platform/clock/clock.js';
import type { Wrong } from '../profile-texts.js';
import { readPerson } from '../person/person-check.js';
import type { PersonSnapshot } from '../person/person-snapshot.js';
import { PRIVACY_NOTICE_VERSION } from './consent-terms.js';
import { readIdentity } from './identity-check.js';
import type { RegistrationSessionEntity } from './registration-session.entity.js';
import { RegistrationSessions } from './registration-sessions.js';
import type { RegisterInput } from './registration.inputs.js';

/** A registration in which nothing is missing or wrong. */
export interface CompleteRegistration {
  readonly person: PersonSnapshot;
  readonly photoId: string;
}

/** Tells everything that is wrong with a registration at once, and nothing about other accounts. */
@Injectable()
export class RegistrationCheck {
  constructor(
    private readonly clock: Clock,
    private readonly bodies: Bodies,
    private readonly policy: PasswordPolicy,
    private readonly registrations: RegistrationSessions,
  ) {}

  /** @returns the registration in its stored form, or its problems (never an empty list). */
  async complete(
    registration: RegistrationSessionEntity,
    input: RegisterInput,
  ): Promise<CompleteRegistration | Wrong[]> {
    const today = this.clock.today();
    const phone = this.registrations.phone(registration);
    const { identity, wrongs } = readIdentity(input, today);
    const { person, wrongs: personWrongs } = readPerson(input.person, today);
    const all = [
      ...wrongs,
      ...personWrongs,
      ...(await this.divisionWrongs(person.divisionCode)),
      ...sessionWrongs(registration),
      ...consentWrongs(input),
      ...(await this.passwordWrongs(input, phone)),
    ];
    const { photoId } = registration;
    if (all.length > 0 || !identity || phone === null || photoId === null) return all;
    return { person: { ...person, ...identity, phone }, photoId };
  }

  private async passwordWrongs(input: RegisterInput, phone: string | null): Promise<Wrong[]> {
    const problem = await this.policy.problem(input.password, {
      kind: 'CANDIDATE',
      numbers: [input.idNumber, input.birthDate ?? '', phone ?? ''],
      words: [input.name, input.person.employer, input.person.email ?? ''],
    });
    return problem ? [{ path: 'password', ...problem }] : [];
  }

  private async divisionWrongs(code: string): Promise<Wrong[]> {
    if (code === '' || (await this.bodies.divisionName(code, 'zh-CN')) !== null) return [];
    return [{ path: 'person.divisionCode', key: 'problem.choice' }];
  }
}

function sessionWrongs({ phoneVerifiedAt, photoId }: RegistrationSessionEntity): Wrong[] {
  return [
    ...(phoneVerifiedAt === null ? [{ path: 'phone', key: 'registration.phoneNotVerified' }] : []),
    ...(photoId === null ? [{ path: 'photo', key: 'registration.photoMissing' }] : []),
  ];
}

function consentWrongs({
  photoConsent,
  truthDeclared,
  privacyNoticeVersion,
}: RegisterInput): Wrong[] {
  const isCurrent = privacyNoticeVersion === PRIVACY_NOTICE_VERSION;
  return [
    ...(photoConsent ? [] : [{ path: 'photoConsent', key: 'registration.photoConsentMissing' }]),
    ...(truthDeclared ? [] : [{ path: 'truthDeclared', key: 'registration.truthMissing' }]),
    ...(isCurrent ? [] : [{ path: 'privacyNoticeVersion', key: 'registration.noticeOutdated' }]),
  ];
}
