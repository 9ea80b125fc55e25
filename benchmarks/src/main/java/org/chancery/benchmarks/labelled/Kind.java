package org.chancery.benchmarks.labelled;

import java.util.Locale;

/** What befell a row, or what parts two rows of one person; by it missed pairs are told apart. */
enum Kind {
  NICKNAME,
  INITIAL,
  MIDDLE_IN_FIRST,
  MIDDLE_AS_FIRST,
  SWAPPED,
  HONORIFIC_IN_FIRST,
  ONE_FIELD,
  TYPO_IN_NAME,
  TYPO_ELSEWHERE,
  CARD_MISREAD,
  CAPITALS,
  LOWER_CASE,
  ACCENTS_LOST,
  PUNCTUATION,
  HALF_OF_DOUBLE_NAME,
  TRANSLITERATION,
  NAME_CHANGED,
  ORGANIZATION_SHORTENED,
  SHARED_PHONE,
  SHARED_EMAIL,
  EMAIL_ALTERED,
  PHONE_WRONG,
  ZIP_WRONG,
  FEW_FIELDS,
  /** Of a pair: two jobs of one person. */
  MOVED_JOB,
  /** Of a pair: at home in one row, at work in the other. */
  HOME_AND_WORK;

  /** As it stands in files. */
  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
