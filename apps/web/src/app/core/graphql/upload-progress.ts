import {
  HttpContext,
  HttpContextToken,
  HttpEventType,
  type HttpInterceptorFn,
} from '@angular/common/http';
import { tap } from 'rxjs';

/** Told how much of an upload has left this machine: a fraction from 0 to 1. */
export type UploadProgress = (fraction: number) => void;

const UPLOAD_PROGRESS = new HttpContextToken<UploadProgress | undefined>(() => undefined);

/**
 * The Apollo context of a mutation that carries files.
 *
 * ```ts
 * apollo.mutate({ mutation: UploadAttachmentDocument, variables, context: withUpload((part) => this.progress.set(part)) })
 * ```
 */
export function withUpload(progress?: UploadProgress): {
  useMultipart: true;
  httpContext: HttpContext;
} {
  return { useMultipart: true, httpContext: new HttpContext().set(UPLOAD_PROGRESS, progress) };
}

/** Apollo's link asks for no progress; this asks for it where somebody listens. Needs XMLHttpRequest: `withXhr()`. */
export const uploadProgressInterceptor: HttpInterceptorFn = (request, next) => {
  const progress = request.context.get(UPLOAD_PROGRESS);
  if (!progress) {
    return next(request);
  }
  return next(request.clone({ reportUploadProgress: true })).pipe(
    tap((event) => {
      if (event.type === HttpEventType.UploadProgress && event.total) {
        progress(event.loaded / event.total);
      }
    }),
  );
};
