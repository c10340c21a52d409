/** Words of renewals and resits (换证、补考): types, fields, rules. Source: domain.md §5–§9, manual ch. 5–7. */
export const ZH_RENEWALS = {
  'applyMenu.INSPECTION': '检验人员换证报名',
  'applyMenu.TESTING': '检测人员考试报名',
  'applyMenu.TYPE_TEST': '型式试验人员换证报名',
  'level.I': 'Ⅰ级',
  'level.II': 'Ⅱ级',
  'level.III': 'Ⅲ级',
  'level.INSPECTOR': '检验员',
  'level.SENIOR': '检验师',
  'level.CHIEF': '高级检验师',

  'applicationType.inspection-renewal.name': '检验人员审核换证',
  'applicationType.testing-exempt-renewal.name': '检测人员免试换证',
  'applicationType.testing-exam-renewal.name': '检测人员考试换证',
  'applicationType.testing-initial-resit.name': '检测人员取证补考',
  'applicationType.testing-renewal-resit.name': '检测人员换证补考',
  'applicationType.type-test-renewal.name': '型式试验人员审核换证',

  'section.inspection': '检验性质',
  'section.certificate': '原证书',
  'section.resit': '补考科目',
  'section.exemption': '免考换证条件',

  'field.inspectionNature.label': '检验性质',
  'field.inspectionNature.hint': '您主要从事哪一类检验工作。',
  'field.statedItems.label': '持证项目',
  'field.statedItems.hint':
    '登记中有的证书已经填好，请核对；没有的请自行填写。与登记不一致的内容由工作人员核对。',
  'field.certificateNo.label': '证书编号',
  'field.certificateFirstIssueDate.label': '初次取证日期',
  'field.certificateValidTo.label': '证书有效期至',
  'field.previousExamNo.label': '上次考试的申请编号',
  'field.previousExamDate.label': '上次考试时间',
  'field.previousExamDate.hint': '与成绩单上的考试日期一致。',
  'field.resitSubjects.label': '补考科目',
  'field.resitSubjects.hint': '选择上次没有通过的科目，与成绩单一致。',
  'field.continuousWork.label': '有效期内一直从事持证项目的工作',
  'field.noPenalty.label': '有效期内没有责任事故，也没有受过处罚',
  'field.continuingEducation.label': '已按规定完成继续教育',

  'dict.inspectionNature.SUPERVISION': '监督检验',
  'dict.inspectionNature.PERIODIC': '定期检验',
  'dict.inspectionNature.TYPE_TEST': '型式试验',

  'heldItem.same': '与登记一致',
  'heldItem.differs': '与登记不一致',
  'heldItem.differsFrom': '{name}与登记不一致，登记为 {registered}',
  'heldItem.notRegistered': '登记中没有这一项',
  'resit.fromElsewhere': '上次成绩不在本系统，请核对成绩单',
  'slotReason.RESULT_FROM_ELSEWHERE': '系统中没有您的上次成绩，请上传成绩单。',
  'slotReason.RESULT_FROM_ELSEWHERE.notNeeded': '不需要：系统中已有您的成绩。',

  'notice.ACCEPTED.title': '审核通过',
  'notice.ACCEPTED.body': '您的{item}申请（{number}）已通过审核，考试机构将上报发证机关。',

  'problem.repeated': '有重复的内容，请只保留一条。',
  'problem.settled': '这一项来自本系统的记录，不能由考生更正。',

  'eligibility.AGE.capped':
    '年龄 {age} 周岁，符合要求（满 {min} 周岁，未满 {below} 周岁）。证书有效期只能到 {date}，即年满规定年龄之日。',

  'eligibility.HOLDS_ITEM.name': '持有本项目证书',
  'eligibility.HOLDS_ITEM.yes': '持有本项目证书（{number}），有效期至 {date}。',
  'eligibility.HOLDS_ITEM.typed': '您填写的本项目证书（有效期至 {date}）由工作人员核对。',
  'eligibility.HOLDS_ITEM.unknown': '换证需要持有本项目证书，系统中没有查到，由工作人员核对。',
  'eligibility.HOLDS_ITEM.unknown.remedy': '请在申请中填写证书的日期，并上传证书扫描件。',

  'eligibility.RENEWAL_WINDOW.name': '换证时间',
  'eligibility.RENEWAL_WINDOW.open':
    '现在可以换证。证书有效期至 {date}，请在 {safe} 前提交，以免新证来不及办好。',
  'eligibility.RENEWAL_WINDOW.late':
    '现在还可以换证，但证书 {date} 到期，新证可能来不及办好；到期后须停止相应工作。',
  'eligibility.RENEWAL_WINDOW.early': '换证时间还没有到，{date} 起可以申请。',
  'eligibility.RENEWAL_WINDOW.early.remedy': '请在换证期内再来申请。',
  'eligibility.RENEWAL_WINDOW.expired': '证书已于 {date} 到期，不能再按审核或免试换证。',
  'eligibility.RENEWAL_WINDOW.expired.remedy':
    '检测人员到期不超过一年的，可以报名考试换证；其他情况请联系考试机构。已经换过证的，请填写新的有效期。',
  'eligibility.RENEWAL_WINDOW.typed': '您填写的有效期（至 {date}）由工作人员核对。',
  'eligibility.RENEWAL_WINDOW.unknown': '系统中没有查到证书有效期，由工作人员核对。',
  'eligibility.RENEWAL_WINDOW.unknown.remedy': '请在申请中填写证书的有效期。',

  'eligibility.RENEWAL_EXAM_WINDOW.name': '考试换证对象',
  'eligibility.RENEWAL_EXAM_WINDOW.ENDS_NEXT_YEAR':
    '证书下一年度到期（{date}），可以参加考试换证。',
  'eligibility.RENEWAL_EXAM_WINDOW.IN_EXAM_PERIOD':
    '证书有效期至 {date}，已在到期前两年之内，可以参加考试换证。',
  'eligibility.RENEWAL_EXAM_WINDOW.EXPIRED_WITHIN_GRACE':
    '证书已于 {date} 到期，{last} 前（含当日）还可以参加考试换证；换证前须停止相应工作。',
  'eligibility.RENEWAL_EXAM_WINDOW.FAILED_BEFORE':
    '换证考试没有通过，可以再次参加；证书有效期至 {date}。',
  'eligibility.RENEWAL_EXAM_WINDOW.early': '现在参加考试换证还太早，{date} 起可以报名。',
  'eligibility.RENEWAL_EXAM_WINDOW.early.remedy': '请在可以报名的时间再来申请。',
  'eligibility.RENEWAL_EXAM_WINDOW.lapsed': '证书已于 {date} 到期，超过了可以考试换证的期限。',
  'eligibility.RENEWAL_EXAM_WINDOW.lapsed.remedy':
    '请重新报名取证考试；已经换过证的，请填写新的有效期。',
  'eligibility.RENEWAL_EXAM_WINDOW.noGroup':
    '您不在本年度考试换证的对象之内（证书有效期至 {date}）。',
  'eligibility.RENEWAL_EXAM_WINDOW.noGroup.remedy': '请查看考试机构的通知，或联系考试机构。',

  'eligibility.EXEMPTION_CONDITIONS.name': '免考换证条件',
  'eligibility.EXEMPTION_CONDITIONS.declared': '您声明符合免考换证条件，由工作人员按材料核对。',
  'eligibility.EXEMPTION_CONDITIONS.notDeclared': '有免考换证条件您没有声明符合，由工作人员核对。',
  'eligibility.EXEMPTION_CONDITIONS.notDeclared.remedy': '不符合免考条件的，请改报考试换证。',
  'eligibility.EXEMPTION_CONDITIONS.unknown':
    '免考换证需要：有效期内一直从事持证项目的工作，没有责任事故和处罚，完成继续教育。由工作人员核对。',
  'eligibility.EXEMPTION_CONDITIONS.unknown.remedy':
    '请在申请中逐项声明，并上传业绩和继续教育证明。',

  'eligibility.EXEMPTION_NOT_REPEATED.name': '免试换证次数',
  'eligibility.EXEMPTION_NOT_REPEATED.yes': '没有超过连续免试换证的次数（{limit} 次）。',
  'eligibility.EXEMPTION_NOT_REPEATED.no': '已连续免试换证 {limit} 次，这次需要考试换证。',
  'eligibility.EXEMPTION_NOT_REPEATED.no.remedy': '请改报考试换证。',
  'eligibility.EXEMPTION_NOT_REPEATED.unknown':
    '连续免试换证不能超过 {limit} 次；系统中没有上次换证的记录，由工作人员核对。',

  'eligibility.RESIT_OPEN.name': '补考科目和期限',
  'eligibility.RESIT_OPEN.yes': '有 {count} 科可以补考，可补考至 {date}（含当日）。',
  'eligibility.RESIT_OPEN.nothing': '没有可补考的科目。',
  'eligibility.RESIT_OPEN.nothing.remedy':
    '各科都已通过，不需要补考；成绩有疑问的，请联系考试机构。',
  'eligibility.RESIT_OPEN.over': '补考期限已于 {date} 结束。',
  'eligibility.RESIT_OPEN.over.remedy': '请重新报名全部科目的考试。',
  'eligibility.RESIT_OPEN.void': '上次考试成绩无效，不能补考。',
  'eligibility.RESIT_OPEN.void.remedy':
    '请在可以报名后重新参加全部科目的考试；有异议的，请联系考试机构。',
  'eligibility.RESIT_OPEN.absent': '上次考试缺考，按规定不能补考。',
  'eligibility.RESIT_OPEN.absent.remedy': '请重新报名全部科目的考试。',
  'eligibility.RESIT_OPEN.tooMany': '补考已达 {limit} 次。',
  'eligibility.RESIT_OPEN.tooMany.remedy': '请重新报名全部科目的考试。',
  'eligibility.RESIT_OPEN.elsewhere':
    '您填写的上次成绩不在本系统，由工作人员核对；按填写的日期，可补考至 {date}。',
  'eligibility.RESIT_OPEN.unknown': '系统中没有您这个项目的成绩，由工作人员核对。',
  'eligibility.RESIT_OPEN.unknown.remedy':
    '在其他考试机构考过的，请填写补考科目和上次考试时间，并上传成绩单；没有考过的，请报名取证或换证考试。',
} as const;
