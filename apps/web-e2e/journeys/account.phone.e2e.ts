import { inventPerson } from '../../../tools/tour/people.ts';
import { accountJourneys } from '../support/account.ts';

accountJourneys(() => inventPerson().phone);
