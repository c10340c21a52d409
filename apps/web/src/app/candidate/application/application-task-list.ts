import { Component, computed, inject, input } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import type { ApplicationDetailFragment } from '@kaopu/graphql';
import { type Task, TaskList } from '@kaopu/web-ui';

import { DomainText } from '../../core/i18n/domain-text.js';
import { LanguageChoice } from '../../core/i18n/language-choice.js';
import { applicationTasks, type ApplicationTask } from './application-tasks.js';

/** The tasks of an application with their names and links. */
@Component({
  selector: 'app-application-task-list',
  imports: [TaskList],
  template: `<kp-task-list [tasks]="tasks()" />`,
})
export class ApplicationTaskList {
  readonly application = input.required<ApplicationDetailFragment>();

  private readonly words = inject(DomainText);
  private readonly transloco = inject(TranslocoService);
  private readonly language = inject(LanguageChoice);

  protected readonly tasks = computed<readonly Task[]>(() => {
    this.language.current();
    const application = this.application();
    return applicationTasks(application).map((task): Task => {
      const { id, status, open } = task;
      const title = this.titleOf(task, application.status);
      const statusText = this.transloco.translate('candidate.tasks.returned');
      const named = { id, status, title, ...(status === 'returned' ? { statusText } : {}) };
      return open ? { ...named, link: ['/applications', application.id, id] } : named;
    });
  });

  private titleOf({ id, kind }: ApplicationTask, status: string): string {
    if (kind === 'section') {
      return this.words.of(`section.${id}`);
    }
    const key = kind === 'check' && status === 'RETURNED' ? 'recheck' : kind;
    return this.transloco.translate(`candidate.tasks.${key}`);
  }
}
