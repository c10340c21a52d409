import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { RuleParametersReader } from '../../catalogue/rules/rule-parameters-reader.js';
import { Clock } from '../../platform/clock/clock.js';
import type { Wrong } from '../profile-texts.js';
import { PersonCells } from '../person/person-cells.js';
import { PersonEntity } from '../person/person.entity.js';

/** Families share a phone; more is a business (domain.md §13). How many may is a rule parameter. */
const PARAMETER = 'accountsPerPhone';

/** Keeps a phone from getting more accounts than may share it. */
@Injectable()
export class SharedPhones {
  constructor(
    private readonly cells: PersonCells,
    private readonly parameters: RuleParametersReader,
    private readonly clock: Clock,
  ) {}

  /** How many accounts may share a phone today. Asked before the transaction: it uses a connection of its own. */
  limit(): Promise<number> {
    return this.parameters.number(PARAMETER, this.clock.today());
  }

  /**
   * Holds the phone until the transaction ends, so that two who count at the same moment count one
   * after the other.
   *
   * @returns what is wrong with taking it, or null.
   */
  async full(em: EntityManager, phone: string, limit: number): Promise<Wrong | null> {
    const phoneIndex = this.cells.phoneIndex(phone);
    await this.hold(em, phoneIndex);
    const accounts = await em.countBy(PersonEntity, { phoneIndex });
    if (accounts < limit) return null;
    return { path: 'phone', key: 'registration.phoneShared', params: { max: limit } };
  }

  private async hold(em: EntityManager, phoneIndex: string): Promise<void> {
    await em.query(
      `INSERT INTO shared_phone (phone_index) VALUES (?)
       ON DUPLICATE KEY UPDATE phone_index = VALUES(phone_index)`,
      [phoneIndex],
    );
  }
}
