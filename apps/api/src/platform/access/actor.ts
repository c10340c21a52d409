/** Roles as the schema publishes them; @kaopu/domain's workflow uses the same words. */
export const Role = {
  CANDIDATE: 'CANDIDATE',
  REVIEWER: 'REVIEWER',
  PLAN_CLERK: 'PLAN_CLERK',
  RESULT_CLERK: 'RESULT_CLERK',
  RESULT_PUBLISHER: 'RESULT_PUBLISHER',
  FORWARDER: 'FORWARDER',
  INSTITUTION_ADMIN: 'INSTITUTION_ADMIN',
  AUTHORITY_REVIEWER: 'AUTHORITY_REVIEWER',
  AUTHORITY_APPROVER: 'AUTHORITY_APPROVER',
  PRINTER: 'PRINTER',
  AUDITOR: 'AUDITOR',
  SYSADMIN: 'SYSADMIN',
} as const;
export type Role = keyof typeof Role;

/** Where a request came from; goes into every audit and action row. */
export interface RequestInfo {
  readonly id: string;
  readonly ip: string;
  readonly userAgent: string;
  readonly language: 'zh-CN' | 'en';
}

/** Who is asking. Handed first to every service method that touches somebody's data. */
export interface Actor {
  readonly kind: 'anonymous' | 'account' | 'apiClient' | 'system';
  /** Account id, API client id, or a word for the others; scopes idempotency keys. */
  readonly id: string;
  readonly sessionId: string | null;
  readonly roles: readonly Role[];
  readonly displayName: string;
  /** Staff of an exam institution (考试机构) see its rows only. */
  readonly institutionCode: string | null;
  /** Staff of an issuing authority (发证机关) see its rows only. */
  readonly authorityCode: string | null;
  readonly request: RequestInfo;
}

/** A part of the product that acts by itself; `name` stands in the audit log. */
export const systemActor = (name: string): Actor => ({
  kind: 'system',
  id: name,
  sessionId: null,
  roles: [],
  displayName: '',
  institutionCode: null,
  authorityCode: null,
  request: { id: name, ip: '', userAgent: '', language: 'zh-CN' },
});

/** The actor of a request without a valid session. */
export function anonymous(request: RequestInfo): Actor {
  return {
    kind: 'anonymous',
    id: 'anonymous',
    sessionId: null,
    roles: [],
    displayName: '',
    institutionCode: null,
    authorityCode: null,
    request,
  };
}
