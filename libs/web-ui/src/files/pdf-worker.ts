interface ScriptUrlPolicy {
  createScriptURL(url: string): string;
}

interface TrustedTypes {
  createPolicy(name: string, rules: ScriptUrlPolicy): ScriptUrlPolicy;
}

/** The name that the content security policy must allow under `trusted-types`. */
const POLICY = 'kaopu#pdf';

/**
 * Starts the PDF worker from our own origin. Under enforced Trusted Types a worker's address must come from a
 * policy; it is made here because only this code knows that the address is a constant of ours.
 */
export function pdfWorker(address: string): Worker {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  const policy = trustedTypes?.createPolicy(POLICY, { createScriptURL: (url) => url });
  return new Worker(policy?.createScriptURL(address) ?? address, { type: 'module' });
}
