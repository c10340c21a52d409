import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';

/** `blocked` cannot start yet; `returned` was refused and waits for a correction. */
export type TaskStatus = 'done' | 'todo' | 'started' | 'optional' | 'blocked' | 'returned';

export interface Task {
  readonly id: string;
  readonly title: string;
  readonly hint?: string;
  readonly status: TaskStatus;
  /** Instead of the usual words of the status. */
  readonly statusText?: string;
  /** Router commands; a blocked task needs none. */
  readonly link?: string | readonly unknown[];
}

const STATUS_KEYS: Readonly<Record<TaskStatus, string>> = {
  done: 'ui.task.done',
  todo: 'ui.task.todo',
  started: 'ui.task.started',
  optional: 'ui.task.optional',
  blocked: 'ui.task.blocked',
  returned: 'ui.task.returned',
};

/**
 * What is still to do, any order, one row each. The whole row is the link; done is plain text, blocked is grey
 * and no link, red means refused only (experience.md §1).
 */
@Component({
  selector: 'kp-task-list',
  imports: [RouterLink, TranslocoPipe],
  templateUrl: './task-list.html',
  styleUrl: './task-list.scss',
})
export class TaskList {
  readonly tasks = input.required<readonly Task[]>();
  /** Whether "3 of 5 completed" stands above the list. */
  readonly showTotal = input(true);

  protected readonly statusKeys = STATUS_KEYS;
  protected readonly needed = computed(() =>
    this.tasks().filter(({ status }) => status !== 'optional'),
  );
  protected readonly done = computed(
    () => this.needed().filter(({ status }) => status === 'done').length,
  );
}
