import { Injectable } from '@nestjs/common';
import {
  carriesBirthDate,
  isDictionaryCode,
  isPersonName,
  normaliseName,
  type Sex,
} from '@kaopu/domain';
import { Bodies } from '../../catalogue/bodies/bodies.js';
import { Clock } from '../../platform/clock/clock.js';
import type { Wrong } from '../profile-texts.js';
import { readPerson } from '../person/person-check.js';
import type { PersonSnapshot } from '../person/person-snapshot.js';
import type { UpdateProfileInput } from './account.inputs.js';

/** A profile as it shall be, and what is wrong with the changes. */
export interface EditedProfile {
  readonly person: PersonSnapshot;
  /** Names of the fields that were given. */
  readonly changed: readonly string[];
  readonly wrongs: readonly Wrong[];
}

/**
 * Lays changes over a profile. Kind and number of the document and the birth date have no field
 * here; sex has one only where the number does not tell it (manual chapter 4). What was not given
 * is not judged: an old answer that would not be taken today must not keep others from changing.
 */
@Injectable()
export class ProfileEdit {
  constructor(
    private readonly clock: Clock,
    private readonly bodies: Bodies,
  ) {}

  async of(current: PersonSnapshot, input: UpdateProfileInput): Promise<EditedProfile> {
    const given = givenOf(input.person ?? {});
    const details = readPerson({ ...current, ...given }, this.clock.today());
    const name = input.name == null ? null : normaliseName(input.name);
    const sex = input.sex ?? null;
    const changed = Object.keys(given);
    const judged = new Set(changed.map((field) => `person.${field}`));
    return {
      person: {
        ...current,
        ...details.person,
        ...(name !== null && { name }),
        ...(isSex(sex) && { sex }),
      },
      changed: [...changed, ...(name === null ? [] : ['name']), ...(sex === null ? [] : ['sex'])],
      wrongs: [
        ...nameWrongs(name),
        ...sexWrongs(current, sex),
        ...details.wrongs.filter(({ path }) => judged.has(path)),
        ...(await this.divisionWrongs(given['divisionCode'])),
      ],
    };
  }

  private async divisionWrongs(code: unknown): Promise<Wrong[]> {
    if (typeof code !== 'string' || code === '') return [];
    if ((await this.bodies.divisionName(code, 'zh-CN')) !== null) return [];
    return [{ path: 'person.divisionCode', key: 'problem.choice' }];
  }
}

/** Fields that were left out are there as undefined, because inputs are classes. */
function givenOf(changes: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
}

const isSex = (value: unknown): value is Sex => isDictionaryCode('sex', value);

function nameWrongs(name: string | null): Wrong[] {
  if (name === null || isPersonName(name)) return [];
  return [{ path: 'name', key: name === '' ? 'problem.required' : 'problem.name' }];
}

function sexWrongs({ idType, idNumber }: PersonSnapshot, sex: string | null): Wrong[] {
  if (sex === null) return [];
  if (carriesBirthDate(idType, idNumber)) return [{ path: 'sex', key: 'problem.notWritable' }];
  return isSex(sex) ? [] : [{ path: 'sex', key: 'problem.choice' }];
}
