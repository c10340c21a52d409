import type { ApplicationFormData, CertificateData, FormFingerprint } from './printed-form.js';
import { formChecksum, formQrText } from './printed-form.js';

/** The state of the data that the sample form is printed from. */
export const samplePrint: FormFingerprint = {
  applicationNo: 'BM-2027-000123',
  dataVersion: 3,
  contentHash: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
};

/** A registration form with every field of domain.md §12 filled in; parts can be replaced. */
export function sampleForm(changes: Partial<ApplicationFormData> = {}): ApplicationFormData {
  return {
    language: 'zh-CN',
    madeAt: new Date('2027-03-05T08:30:00Z'),
    heading: '特种设备检验检测人员资格申请表',
    subheading: '演示特种设备考试中心',
    number: { label: '申请编号：', value: samplePrint.applicationNo },
    checksum: { label: '校验码：', value: formChecksum(samplePrint) },
    qrText: formQrText(samplePrint),
    photo: null,
    photoLabel: '照片',
    groups: [personal, application],
    tables: [held, work],
    declaration: {
      title: '本人声明',
      text: '本人声明：以上填写内容及所提交的材料真实、准确、完整；如有虚假，愿意承担由此产生的一切责任，并接受取消考试资格、撤销证书的处理。',
      signatureLabel: '申请人签名：',
      dateLabel: '　　　　年　　月　　日',
    },
    opinions: [
      {
        title: '聘用单位意见',
        stampLabel: '（单位盖章）',
        dateLabel: '　　　年　　月　　日',
        text: '□ 同意申报　　□ 不同意申报',
      },
      {
        title: '考试机构审核意见',
        signatureLabel: '审核人：',
        stampLabel: '（盖章）',
        dateLabel: '　　　年　　月　　日',
      },
    ],
    footer: '本表由系统生成；修改数据后须重新打印，签字后扫描上传。二维码含数据版本与内容校验值。',
    pageLabel: '第 {page} 页　共 {pages} 页',
    ...changes,
  };
}

/** A certificate with three items; parts can be replaced. */
export function sampleCertificate(changes: Partial<CertificateData> = {}): CertificateData {
  return {
    language: 'zh-CN',
    madeAt: new Date('2027-06-01T01:00:00Z'),
    heading: '特种设备检验检测人员证',
    subheading: 'Certificate of Special Equipment Inspection and Testing Personnel',
    number: { label: '证书编号', value: 'TS-演示-2027-000456' },
    qrText: 'https://kaopu.example/verify/TS-2027-000456?c=7Q2M9KXD',
    photo: null,
    photoLabel: '照片',
    holder: [
      { label: '姓　　名', value: '演示·张三' },
      { label: '性　　别', value: '男' },
      { label: '证件号码', value: '110101********001X' },
      { label: '聘用单位', value: '演示无损检测有限公司' },
    ],
    items: {
      title: '批准项目',
      headers: ['项目', '级别', '初次取证', '批准日期', '有效期起', '有效期至'],
      weights: [4, 1.4, 2.1, 2.1, 2.1, 2.1],
      rows: [
        ['射线胶片照相检测 RT', 'Ⅱ', '2019-05-20', '2027-05-20', '2027-05-20', '2032-05-19'],
        ['超声检测 UT', 'Ⅱ', '2019-05-20', '2027-05-20', '2027-05-20', '2032-05-19'],
        ['磁粉检测 MT', 'Ⅲ', '2023-05-20', '2023-05-20', '2023-05-20', '2028-05-19'],
      ],
    },
    issue: [
      { label: '发证机关', value: '演示市场监督管理局' },
      { label: '发证日期', value: '2027-06-01' },
      { label: '考试机构', value: '演示特种设备考试中心' },
    ],
    stampLabel: '（发证机关印章）',
    verification: { label: '扫码或登录下列网址核验', value: 'https://kaopu.example/verify' },
    notes: [
      '说明：本证书信息以核验页面公布的为准；超过有效期或者被暂停、撤销、注销的，本证书不再作为从业凭据。',
    ],
    footer: '电子证书，打印件与电子文件内容一致。',
    pageLabel: '第 {page} 页　共 {pages} 页',
    ...changes,
  };
}

const personal = {
  title: '申请人信息',
  rows: [
    { label: '姓名', value: '演示·张三' },
    { label: '性别', value: '男' },
    { label: '出生日期', value: '1988-08-16' },
    { label: '手机', value: '13800000000' },
    { label: '证件类型', value: '居民身份证' },
    { label: '证件号码', value: '11010119880816001X' },
    { label: '学历', value: '大学本科' },
    { label: '学位', value: '学士' },
    { label: '毕业院校', value: '演示理工大学材料科学与工程学院', wide: true },
    { label: '所学专业', value: '焊接工艺及设备（1993 年目录）', wide: true },
    { label: '毕业时间', value: '2010-07-01' },
    { label: '职称', value: '工程师' },
    { label: '视力', value: '矫正 5.0，辨色力正常' },
    { label: '电子邮箱', value: 'zhangsan.demo@kaopu.example' },
    { label: '聘用单位', value: '演示无损检测有限公司', wide: true },
    { label: '单位地址', value: '演示省演示市演示区工业大道 88 号 2 号楼 301 室' },
    { label: '邮政编码', value: '100000' },
    { label: '通信地址', value: '演示省演示市演示区幸福路 6 号院 3 单元 502 室', wide: true },
  ],
} as const;

const application = {
  title: '申请事项',
  rows: [
    { label: '申请项目', value: '射线胶片照相检测 RT-Ⅱ' },
    { label: '报名类别', value: '取证考试' },
    { label: '申请性质', value: '检测' },
    { label: '考试计划', value: 'JH-2027-018' },
    { label: '考试地点', value: '演示考点：演示市演示区学院路 1 号实训楼 4 层', wide: true },
  ],
} as const;

const held = {
  title: '已持有证书',
  headers: ['证书编号', '项目', '初次取证日期', '有效期至'],
  weights: [4, 3, 2.4, 2.4],
  rows: [
    ['TS-演示-2019-000456', 'UT-Ⅱ', '2019-05-20', '2029-05-19'],
    ['TS-演示-2019-000456', 'RT-Ⅰ', '2016-04-11', '2028-04-10'],
  ],
} as const;

const work = {
  title: '学习和工作经历',
  headers: ['起止时间', '单位', '部门和岗位', '证明人'],
  weights: [3, 5, 4, 1.8],
  rows: [
    ['2006-09 至 2010-07', '演示理工大学', '材料科学与工程学院 学生', '王演示'],
    ['2010-08 至 2016-12', '演示锅炉压力容器制造有限公司', '质检部 无损检测员', '李演示'],
    ['2017-01 至今', '演示无损检测有限公司', '检测一部 检测组长', '赵演示'],
  ],
} as const;
