package org.chancery.alfresco.share;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.alfresco.repo.forms.Form;
import org.alfresco.repo.forms.FormData;
import org.alfresco.repo.forms.processor.Filter;
import org.alfresco.repo.forms.processor.FilterRegistry;

/**
 * What is left empty in a form has no value. The platform would keep an empty text, which our model
 * refuses: neither has it a length of one nor is it in a list, and saving would fail for a field
 * that nobody need fill in.
 *
 * @param <I> what the form is about
 * @param <R> what comes of it
 */
public final class EmptyIsNone<I, R> implements Filter<I, R> {
  private static final Pattern OURS = Pattern.compile("prop_(?:cor|stk|rec)_.+");

  /**
   * Takes part in forms.
   *
   * @param forms whose
   */
  public EmptyIsNone(FilterRegistry<I, R> forms) {
    forms.addFilter(this);
  }

  @Override
  public boolean isActive() {
    return true;
  }

  @Override
  public void beforePersist(I item, FormData data) {
    for (String field : List.copyOf(data.getFieldNames())) {
      if (OURS.matcher(field).matches() && "".equals(data.getFieldData(field).getValue())) {
        data.addFieldData(field, null, true);
      }
    }
  }

  @Override
  public void beforeGenerate(
      I item, List<String> fields, List<String> forced, Form form, Map<String, Object> context) {
    // Forms are shown as they are.
  }

  @Override
  public void afterGenerate(
      I item, List<String> fields, List<String> forced, Form form, Map<String, Object> context) {
    // Forms are shown as they are.
  }

  @Override
  public void afterPersist(I item, FormData data, R made) {
    // Nothing is left to do.
  }
}
