import {
  confirmHeldItems,
  declareExemption,
  fillCertificate,
  fillDelivery,
  fillInspection,
  fillTesting,
  fillVision,
  fillWork,
  readResit,
  stateHeldItem,
  stateResit,
} from './answers.ts';
import type { Filing } from './filing.ts';

/** One filing per registration type, by holders and failed candidates of the demonstration (manual ch. 5, 6, 7). */
export const FILINGS: readonly Filing[] = [
  {
    name: '检验 审核换证',
    who: '李演示四十一',
    choices: ['检验人员换证报名', '检验员', /^QP-Y /],
    rule: '换证时间',
    fill: [fillInspection, confirmHeldItems, fillDelivery],
  },
  {
    name: '检测 取证考试',
    who: '李演示一',
    choices: ['检测人员考试报名', /^RT-Ⅱ /, '取证考试'],
    rule: '低一级别',
    fill: [fillTesting, fillWork, fillVision, fillDelivery],
  },
  {
    name: '检测 免试换证',
    who: '李演示一',
    choices: ['检测人员考试报名', /^MT-Ⅱ /, '免试换证'],
    rule: '免考换证条件',
    fill: [fillTesting, confirmHeldItems, declareExemption, fillVision, fillDelivery],
  },
  {
    name: '检测 考试换证',
    who: '李演示一',
    choices: ['检测人员考试报名', /^PT-Ⅰ /, '考试换证'],
    rule: '考试换证对象',
    fill: [fillTesting, stateHeldItem('PT-I'), fillVision, fillDelivery],
    onTheDesk: ['登记中没有这一项', '您填写的本项目证书'],
  },
  {
    name: '检测 取证补考',
    who: '孙演示十一',
    choices: ['检测人员考试报名', /^UT-Ⅰ /, '取证补考'],
    rule: '补考科目和期限',
    fill: [readResit, fillTesting, fillVision, fillDelivery],
  },
  {
    name: '检测 换证补考',
    who: '李演示一',
    choices: ['检测人员考试报名', /^UT-Ⅱ /, '换证补考'],
    rule: '补考科目和期限',
    fill: [stateResit, fillTesting, stateHeldItem('UT-II'), fillVision, fillDelivery],
  },
  {
    name: '型式试验 审核换证',
    who: '林演示五十五',
    choices: ['型式试验人员换证报名', /^XS-AQ /],
    rule: '换证时间',
    fill: [fillCertificate, fillDelivery],
  },
];
