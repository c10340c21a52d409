import type { Title } from '@kaopu/domain';

/** What demo people answer. Schools, employers and addresses are invented and say so. */

export interface Employer {
  readonly name: string;
  readonly type: string;
  readonly address: string;
  readonly divisionCode: string;
  readonly postcode: string;
}

const employer = (
  name: string,
  type: string,
  city: string,
  divisionCode: string,
  postcode: string,
): Employer => ({ name, type, address: `${city}演示路1号`, divisionCode, postcode });

export const EMPLOYERS: readonly [Employer, ...Employer[]] = [
  employer('合肥演示无损检测有限公司', 'TESTING_BODY', '安徽省合肥市', '340100', '230000'),
  employer('安徽演示锅炉制造有限公司', 'MANUFACTURER', '安徽省合肥市', '340100', '230001'),
  employer('芜湖演示压力容器有限公司', 'MANUFACTURER', '安徽省芜湖市', '340200', '241000'),
  employer('蚌埠演示工程检测有限公司', 'TESTING_BODY', '安徽省蚌埠市', '340300', '233000'),
  employer('马鞍山演示管道安装有限公司', 'INSTALLER', '安徽省马鞍山市', '340500', '243000'),
  employer('安庆演示石化检测中心', 'TESTING_BODY', '安徽省安庆市', '340800', '246000'),
  employer('阜阳演示特种设备检验所', 'INSPECTION_BODY', '安徽省阜阳市', '341200', '236000'),
  employer('六安演示特种设备检验所', 'INSPECTION_BODY', '安徽省六安市', '341500', '237000'),
  employer('合肥演示特种设备检验院', 'INSPECTION_BODY', '安徽省合肥市', '340100', '230002'),
  employer('南京演示无损检测有限公司', 'TESTING_BODY', '江苏省南京市', '320100', '210000'),
  employer('济南演示检测技术有限公司', 'TESTING_BODY', '山东省济南市', '370100', '250000'),
  employer('北京演示型式试验中心', 'INSPECTION_BODY', '北京市东城区', '110101', '100000'),
];

export const SCHOOLS: readonly [string, ...string[]] = [
  '演示理工大学',
  '演示工业大学',
  '演示石油学院',
  '演示职业技术学院',
];

/** Codes of the dictionary of titles (职称). */
export const TITLES: readonly [Title, ...Title[]] = [
  'NONE',
  'TECHNICIAN',
  'ASSISTANT_ENGINEER',
  'ENGINEER',
  'SENIOR_ENGINEER',
];

export const SURNAMES = '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗';

export interface Major {
  readonly name: string;
  readonly catalogue: string;
  readonly code: string;
}

/** Names before 1998: what holders aged 50 and more graduated in. */
export const MAJORS_1993: readonly [Major, ...Major[]] = [
  { name: '焊接工艺及设备', catalogue: '1993', code: '焊接工艺及设备' },
  { name: '化工设备与机械', catalogue: '1993', code: '化工设备与机械' },
  { name: '机械制造工艺与设备', catalogue: '1993', code: '机械制造工艺与设备' },
  { name: '检测技术及仪器仪表', catalogue: '1993', code: '检测技术及仪器仪表' },
];

export const MAJORS_1998: readonly [Major, ...Major[]] = [
  { name: '材料成型及控制工程', catalogue: '1998', code: '080302' },
  { name: '过程装备与控制工程', catalogue: '1998', code: '080304' },
  { name: '热能与动力工程', catalogue: '1998', code: '080501' },
  { name: '测控技术与仪器', catalogue: '1998', code: '080401' },
];

export const MAJORS_2012: readonly [Major, ...Major[]] = [
  { name: '材料成型及控制工程', catalogue: '2012', code: '080203' },
  { name: '过程装备与控制工程', catalogue: '2012', code: '080206' },
  { name: '能源与动力工程', catalogue: '2012', code: '080501' },
  { name: '焊接技术与工程', catalogue: '2012', code: '080411T' },
  { name: '测控技术与仪器', catalogue: '2012', code: '080301' },
];

export const NON_STEM_MAJORS: readonly [string, ...string[]] = [
  '工商管理',
  '会计学',
  '法学',
  '汉语言文学',
];

/** The items people of each track hold; all issued by a province or, for type tests, by the State. */
export const ITEMS: Readonly<
  Record<'TESTING' | 'INSPECTION' | 'TYPE_TEST', readonly [string, ...string[]]>
> = {
  TESTING: ['RT-II', 'UT-II', 'MT-II', 'PT-II', 'RT-I', 'UT-I', 'MT-I', 'PT-I'],
  INSPECTION: ['RQ-Y', 'GL-Y', 'GD-Y', 'DT-Y', 'QZ-Y', 'CC-Y', 'QP-Y'],
  TYPE_TEST: ['XS-DT', 'XS-AQ', 'XS-QP', 'XS-GL', 'XS-QZ', 'XS-GY'],
};
