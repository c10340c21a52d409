import { registerEnumType } from '@nestjs/graphql';
import { StandingAction, StandingDecision, StandingOutcome } from '@kaopu/domain';

registerEnumType(StandingAction, {
  name: 'StandingAction',
  description: 'SUSPEND: 暂停; REINSTATE: 恢复; REVOKE: 撤销; CANCEL: 注销.',
});
registerEnumType(StandingDecision, {
  name: 'StandingDecision',
  description: 'What a second officer says about a proposal.',
});
registerEnumType(StandingOutcome, {
  name: 'StandingOutcome',
  description: 'What became of a proposal; LAPSED: its certificate was replaced before (已失效).',
});

export { StandingAction, StandingDecision, StandingOutcome };
