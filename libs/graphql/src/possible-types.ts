
      export interface PossibleTypesResultData {
        possibleTypes: {
          [key: string]: string[]
        }
      }
      const result: PossibleTypesResultData = {
  "possibleTypes": {
    "ActOnApplicationResult": [
      "ActionRefusedError",
      "Application",
      "ConflictError",
      "InvalidInputError",
      "RefusedError"
    ],
    "AdvanceCertificateResult": [
      "Certificate",
      "ConflictError",
      "InvalidInputError",
      "RefusedError"
    ],
    "AssignPlanResult": [
      "ActionRefusedError",
      "Application",
      "ConflictError",
      "InvalidInputError",
      "RefusedError"
    ],
    "ChangePasswordResult": [
      "Done",
      "InvalidInputError",
      "RateLimitedError",
      "RefusedError"
    ],
    "ChangePhoneResult": [
      "InvalidInputError",
      "Profile",
      "RateLimitedError",
      "RefusedError"
    ],
    "ConfirmSecondFactorResult": [
      "RateLimitedError",
      "RefusedError",
      "Session"
    ],
    "CreateApiClientResult": [
      "CreatedApiClient",
      "InvalidInputError",
      "RefusedError"
    ],
    "DecideIssueLineResult": [
      "ConflictError",
      "InvalidInputError",
      "IssueLine",
      "RefusedError"
    ],
    "DecideStandingResult": [
      "ConflictError",
      "InvalidInputError",
      "RefusedError",
      "StandingChange"
    ],
    "EnterResultsResult": [
      "ActionRefusedError",
      "ConflictError",
      "InvalidInputError",
      "RefusedError",
      "ResultRow"
    ],
    "ForwardApplicationsResult": [
      "ActionRefusedError",
      "ConflictError",
      "InvalidInputError",
      "IssueBatch",
      "RefusedError"
    ],
    "LogInByCodeResult": [
      "RateLimitedError",
      "RefusedError",
      "Session"
    ],
    "LogInResult": [
      "InvalidInputError",
      "RateLimitedError",
      "RefusedError",
      "Session"
    ],
    "LogInStaffResult": [
      "RateLimitedError",
      "RefusedError",
      "SecondFactorRequired"
    ],
    "LogOutOthersResult": [
      "OtherSessionsEnded",
      "RefusedError"
    ],
    "LogOutResult": [
      "Done",
      "RefusedError"
    ],
    "PlanRuleChangeResult": [
      "InvalidInputError",
      "RefusedError",
      "RuleParameter"
    ],
    "ProposeStandingResult": [
      "ConflictError",
      "InvalidInputError",
      "RefusedError",
      "StandingChange"
    ],
    "PublishResultsResult": [
      "ActionRefusedError",
      "ConflictError",
      "RefusedError",
      "ResultRow"
    ],
    "RefreshSessionResult": [
      "RefusedError",
      "Session"
    ],
    "RegisterResult": [
      "IdAlreadyRegisteredError",
      "InvalidInputError",
      "RateLimitedError",
      "RefusedError",
      "Session"
    ],
    "RemoveAttachmentResult": [
      "ActionRefusedError",
      "Application",
      "ConflictError",
      "RefusedError"
    ],
    "RequestPhoneChangeCodeResult": [
      "CodeSent",
      "InvalidInputError",
      "RateLimitedError",
      "RefusedError"
    ],
    "RequestPhoneCodeResult": [
      "CodeRequested",
      "InvalidInputError",
      "RateLimitedError",
      "RefusedError"
    ],
    "RequestRegistrationCodeResult": [
      "CodeSent",
      "InvalidInputError",
      "RateLimitedError",
      "RefusedError"
    ],
    "ResetPasswordResult": [
      "Done",
      "InvalidInputError",
      "RateLimitedError",
      "RefusedError"
    ],
    "RevealPersonalDataResult": [
      "InvalidInputError",
      "RateLimitedError",
      "RefusedError",
      "RevealedPersonalData"
    ],
    "RevokeApiClientResult": [
      "ApiClient",
      "RefusedError"
    ],
    "SaveAnswersResult": [
      "ActionRefusedError",
      "Application",
      "ConflictError",
      "InvalidInputError",
      "RefusedError"
    ],
    "SaveRegistrationDraftResult": [
      "InvalidInputError",
      "RefusedError",
      "RegistrationDraft"
    ],
    "SendUploadLinkResult": [
      "RateLimitedError",
      "RefusedError",
      "UploadLinkSent"
    ],
    "SetVerdictsResult": [
      "ActionRefusedError",
      "Application",
      "ConflictError",
      "InvalidInputError",
      "RefusedError"
    ],
    "StartApplicationResult": [
      "Application",
      "InvalidInputError",
      "NotEligibleError",
      "RefusedError"
    ],
    "StartUploadResult": [
      "RateLimitedError",
      "RefusedError",
      "StartedUpload"
    ],
    "SubmitApplicationResult": [
      "ActionRefusedError",
      "Application",
      "ConflictError",
      "InvalidInputError",
      "NotEligibleError",
      "RateLimitedError",
      "RefusedError"
    ],
    "UpdateNoticePreferencesResult": [
      "ConflictError",
      "NoticePreferences",
      "RefusedError"
    ],
    "UpdateProfilePhotoResult": [
      "ConflictError",
      "Profile",
      "RateLimitedError",
      "RefusedError"
    ],
    "UpdateProfileResult": [
      "ConflictError",
      "InvalidInputError",
      "Profile",
      "RefusedError"
    ],
    "UploadAttachmentResult": [
      "ActionRefusedError",
      "Application",
      "RateLimitedError",
      "RefusedError"
    ],
    "UploadRegistrationPhotoResult": [
      "RateLimitedError",
      "RefusedError",
      "RegistrationDraft"
    ],
    "UserError": [
      "ActionRefusedError",
      "ConflictError",
      "IdAlreadyRegisteredError",
      "InvalidInputError",
      "NotEligibleError",
      "RateLimitedError",
      "RefusedError"
    ],
    "VerifyPublicResult": [
      "PublicCertificate",
      "RateLimitedError",
      "RefusedError"
    ],
    "VerifyRegistrationCodeResult": [
      "RateLimitedError",
      "RefusedError",
      "RegistrationDraft"
    ],
    "WithdrawRuleChangeResult": [
      "RefusedError",
      "RuleParameter"
    ],
    "WithdrawStandingResult": [
      "ConflictError",
      "RefusedError",
      "StandingChange"
    ]
  }
};
      export default result;
    