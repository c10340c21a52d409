import { Component, computed, inject, output, signal } from '@angular/core';
import { toObservable, toSignal } from '@angular/core/rxjs-interop';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInputModule } from '@angular/material/input';
import { TranslocoPipe } from '@jsverse/transloco';
import { SearchMajorsDocument, type SearchMajorsQuery } from '@kaopu/graphql';
import { DataState } from '@kaopu/web-ui';
import { Apollo } from 'apollo-angular';
import { catchError, debounceTime, map, of, startWith, switchMap } from 'rxjs';

import { type Failure, failureOf } from '../failure/failure.js';

/** A major of the new or an old catalogue. */
export type Major = SearchMajorsQuery['searchMajors'][number];

/** Long enough that typing does not ask at every letter, in milliseconds. */
const TYPING_PAUSE = 300;
const SHOWN = 20;

interface Search {
  readonly text: string;
  readonly hits?: readonly Major[];
  readonly failure?: Failure;
}

const NOT_SEARCHED: Search = { text: '' };

/** One box over the new and the old names of majors: characters, pinyin, initials or a code (domain.md §16). */
@Component({
  selector: 'app-major-search',
  imports: [DataState, MatFormFieldModule, MatInputModule, TranslocoPipe],
  templateUrl: './major-search.html',
  styleUrl: './major-search.scss',
})
export class MajorSearch {
  readonly chosen = output<Major>();

  private readonly apollo = inject(Apollo);
  protected readonly text = signal('');
  private readonly attempt = signal(0);

  private readonly question = computed(() => ({
    text: this.text().trim(),
    attempt: this.attempt(),
  }));
  private readonly search = toSignal(
    toObservable(this.question).pipe(
      debounceTime(TYPING_PAUSE),
      switchMap(({ text }) => (text === '' ? of(NOT_SEARCHED) : this.find(text))),
    ),
    { initialValue: NOT_SEARCHED },
  );

  protected readonly hits = computed(() => this.search().hits);
  protected readonly failure = computed(() => this.search().failure);
  protected readonly loading = computed(
    () => this.search().text !== '' && !this.hits() && !this.failure(),
  );

  protected choose(major: Major): void {
    this.chosen.emit(major);
    this.text.set('');
  }

  protected again(): void {
    this.attempt.update((count) => count + 1);
  }

  private find(text: string) {
    const query = { query: SearchMajorsDocument, variables: { text, first: SHOWN } };
    return this.apollo.query(query).pipe(
      map(({ data }): Search => ({ text, hits: data?.searchMajors ?? [] })),
      catchError((failure: unknown) => of<Search>({ text, failure: failureOf(failure) })),
      startWith<Search>({ text }),
    );
  }
}
