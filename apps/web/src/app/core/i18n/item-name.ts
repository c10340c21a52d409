import { inject, Pipe, type PipeTransform } from '@angular/core';
import { displayItemCode } from '@kaopu/domain';
import type { ItemPartsFragment } from '@kaopu/graphql';

import { LanguageChoice } from './language-choice.js';

/** An item as people read it, in the language of the page: `RT-Ⅱ 射线胶片照相检测Ⅱ级`. */
@Pipe({ name: 'itemName', pure: false })
export class ItemNamePipe implements PipeTransform {
  private readonly language = inject(LanguageChoice);

  transform(item: ItemPartsFragment): string {
    const name = this.language.current() === 'en' ? item.nameEn : item.name;
    return `${displayItemCode(item.code)} ${name}`;
  }
}
